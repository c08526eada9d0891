// The Node that the lock brings along, for a computer whose own is too old and for the terminal of a package.
// Plain JavaScript with built-ins only, because it is asked before any TypeScript runs.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @param {string} root the folder that `node_modules` is in
 * @param {string} platform as `process.platform`
 * @param {string} arch as `process.arch`
 * @returns {{ program: string, licence: string } | null} `null` where none is installed for that system
 */
export function nodeRuntime(root, platform, arch) {
  const os = { win32: 'win', darwin: 'darwin' }[platform] ?? 'linux'
  const file = platform === 'win32' ? 'node.exe' : 'node'
  const folders = [`node-${os}-${arch}`, `node-bin-${os}-${arch}`].map((name) =>
    join(root, 'node_modules', name),
  )
  const folder = folders.find((path) => existsSync(join(path, 'bin', file)))
  if (folder === undefined) return null
  return { program: join(folder, 'bin', file), licence: join(folder, 'LICENSE') }
}
