import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** No user should wait longer at an empty terminal; the download goes on and serves the next start. */
const PATIENCE_MS = 30_000
const REACH_MS = 2_500
const DEFAULT_MIRROR = 'https://github.com/electron/electron/releases/'

/**
 * The Electron program, if it has been fetched.
 * The package is never loaded to find out: loading it starts a download.
 */
export function findDesktopRuntime(): string | null {
  const folder = packageFolder()
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const program = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name)
  return existsSync(program) ? program : null
}

/** Whether there is a screen to put a window on. */
export function canOpenWindows(): boolean {
  if (process.platform !== 'linux') return true
  return (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== ''
}

/** Fetches the Electron program with its own installer, if that can be done quickly; `null` otherwise. */
export async function fetchDesktopRuntime(say: (line: string) => void): Promise<string | null> {
  if (!(await isMirrorReachable())) return null
  say('Mailwright: fetching the desktop runtime (once) …')
  const installer = spawn(process.execPath, [join(packageFolder(), 'install.js')], {
    stdio: 'ignore',
    detached: true,
  })
  const ended = new Promise<void>((resolve) => {
    installer.once('exit', () => resolve())
    installer.once('error', () => resolve())
  })
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS)
  })
  await Promise.race([ended, patience])
  clearTimeout(timer)
  installer.unref()
  return findDesktopRuntime()
}

/** Asked first, because a network that drops packets would hold the installer up for minutes. */
async function isMirrorReachable(): Promise<boolean> {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? DEFAULT_MIRROR
  if (!URL.canParse(mirror)) return false
  try {
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(REACH_MS) })
    return true
  } catch {
    return false
  }
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
}
