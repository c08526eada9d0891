import { spawn, type ChildProcess } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createTemporaryFolder } from '#engine/files/temporary-folder.ts'
import { findChromium, hasDisplay } from '#host/find-browser.ts'

/** How the page was shown: in a window of its own, in the user's browser, or not at all. */
export interface OpenedWindow {
  readonly kind: 'app-window' | 'browser' | 'none'
  /** Settles when the window of its own is closed; never for the others. */
  readonly closed: Promise<void>
  /** Removes what was left on disk, and closes the window of its own. */
  readonly dispose: () => Promise<void>
}

/** A browser that has not closed its window by then is ended. */
const CLOSING_MS = 1_500

const NEVER = new Promise<void>(() => {})

/**
 * Shows the link: in a Chromium window without tabs and address bar if there is one, else in the default browser.
 * SECURITY: the link is a secret for as long as it is unused, and every user of this computer can read a command
 * line. The browser is given the name of a private file that leads there.
 */
export async function openWindow(
  link: string,
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): Promise<OpenedWindow> {
  if (!hasDisplay(platform, env)) return { kind: 'none', closed: NEVER, dispose: () => Promise.resolve() }
  const folder = createTemporaryFolder('mailwright-')
  const startPage = join(folder.path, 'open.html')
  await writeFile(startPage, redirectTo(link), { mode: 0o600 })
  const url = pathToFileURL(startPage).href
  const chromium = findChromium(platform, env)
  if (chromium === null) {
    openDefaultBrowser(url, platform)
    return { kind: 'browser', closed: NEVER, dispose: folder.remove }
  }
  const child = openAppWindow(chromium, url, folder.path)
  const closed = exitOf(child)
  const kill = () => void child.kill('SIGKILL')
  // Before the folder goes: a browser that runs on would write it anew.
  process.prependListener('exit', kill)
  const dispose = async () => {
    child.kill()
    const patience = setTimeout(kill, CLOSING_MS)
    await closed
    clearTimeout(patience)
    process.off('exit', kill)
    await folder.remove()
  }
  return { kind: 'app-window', closed, dispose }
}

/** A profile of its own makes the process end with its window. */
function openAppWindow(chromium: string, url: string, directory: string): ChildProcess {
  const asRoot = process.getuid?.() === 0
  return spawn(
    chromium,
    [
      `--app=${url}`,
      `--user-data-dir=${join(directory, 'profile')}`,
      '--window-size=1040,860',
      '--class=Mailwright',
      '--no-first-run',
      '--no-default-browser-check',
      // Chromium refuses its sandbox to root; every other user keeps it.
      ...(asRoot ? ['--no-sandbox', '--test-type'] : []),
    ],
    { stdio: 'ignore' },
  )
}

function openDefaultBrowser(url: string, platform: NodeJS.Platform): void {
  const [command, args] = openerOf(platform, url)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

/** The platform's way to open something with whatever the user has chosen for it. */
export function openerOf(platform: NodeJS.Platform, url: string): readonly [string, readonly string[]] {
  switch (platform) {
    case 'darwin':
      return ['open', [url]]
    case 'win32':
      return ['rundll32', ['url.dll,FileProtocolHandler', url]]
    default:
      return ['xdg-open', [url]]
  }
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
}

function redirectTo(link: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${link}"><title>Mailwright</title>\n`
}
