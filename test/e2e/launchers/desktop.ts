import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { _electron } from 'playwright'
import { inRoot } from '../../../scripts/lib/paths.ts'
import type { LaunchOptions, RunningApp } from './launcher.ts'

/** The Electron program if it has been fetched. Loading the package to find out would start a download. */
export function findElectron(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const program = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name)
  return existsSync(program) ? program : null
}

/** The application as it is shipped, in its own window. */
export async function launchElectron(
  executablePath: string,
  { args, env = {} }: LaunchOptions,
): Promise<RunningApp> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  let output = ''
  const app = await _electron.launch({
    executablePath,
    args: [inRoot(), ...args, ...asRoot],
    env: { ...(process.env as Record<string, string>), ...(env as Record<string, string>) },
  })
  app.process().stderr?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  return { page: await app.firstWindow(), output: () => output, close: () => app.close() }
}
