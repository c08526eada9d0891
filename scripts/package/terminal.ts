import { chmodSync, cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { nodeRuntime } from '../lib/node-runtime.mjs'
import { DIST, ROOT, inRoot } from '../lib/paths.ts'

/** A system in the words of Node: `process.platform` and `process.arch`. */
export interface System {
  readonly platform: string
  readonly arch: string
}

const EXECUTABLE = 0o755

/**
 * Lays the terminal command beside the archive of the desktop window. It brings a Node of its own: the fuse that would
 * let the window's program run as Node stays blown, because with it every process on the computer could do the same.
 * @throws where the Node of that system is not installed: a package without its terminal is not made by mistake
 */
export function layTerminal(resources: string, system: System): void {
  const runtime = nodeRuntime(ROOT, system.platform, system.arch)
  if (runtime === null) throw new Error(`no Node for ${system.platform} ${system.arch} in node_modules`)
  const folder = join(resources, 'terminal')
  const isWindows = system.platform === 'win32'
  mkdirSync(folder, { recursive: true })
  cpSync(runtime.program, join(folder, isWindows ? 'node.exe' : 'node'))
  cpSync(runtime.licence, join(folder, 'LICENSE.node.txt'))
  const isShipped = (path: string): boolean => !path.endsWith('.map')
  for (const part of ['cli', 'renderer'])
    cpSync(join(DIST, part), join(folder, part), { recursive: true, filter: isShipped })
  layKeyring(join(folder, 'node_modules', '@napi-rs', 'keyring'), system)
  const launcher = join(folder, isWindows ? 'mailwright.cmd' : 'mailwright')
  cpSync(inRoot('assets', 'terminal', isWindows ? 'mailwright.cmd' : 'mailwright'), launcher)
  if (!isWindows) for (const name of ['mailwright', 'node']) chmodSync(join(folder, name), EXECUTABLE)
}

/**
 * The keychain binding of one system, in the folder of its loader. On macOS it has the name that the loader tries first
 * on both processors: the halves of a universal package then become one program.
 */
function layKeyring(target: string, { platform, arch }: System): void {
  const scope = inRoot('node_modules', '@napi-rs')
  mkdirSync(target, { recursive: true })
  for (const name of ['package.json', 'index.js', 'LICENSE'])
    cpSync(join(scope, 'keyring', name), join(target, name))
  const bindings = readdirSync(scope).filter((name) => name.startsWith(`keyring-${platform}-${arch}`))
  if (bindings.length === 0) throw new Error(`no keychain binding for ${platform} ${arch} in node_modules`)
  for (const binding of bindings) {
    const programs = readdirSync(join(scope, binding)).filter((name) => name.endsWith('.node'))
    for (const name of programs)
      cpSync(
        join(scope, binding, name),
        join(target, platform === 'darwin' ? 'keyring.darwin-universal.node' : name),
      )
  }
}
