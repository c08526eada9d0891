import { app, session } from 'electron'
import { fileURLToPath } from 'node:url'
import { createEngine } from '#engine/create-engine.ts'
import { kindOf, nameUnexpected, reportCrashes } from '#engine/unexpected.ts'
import { loadStaticFiles } from '#engine/files/static-files.ts'
import { registerAppScheme, serveAppScheme } from '#main/app-scheme.ts'
import { quitWhenTold } from '#main/interrupt.ts'
import { bindPage } from '#main/ipc.ts'
import { setMenu } from '#main/menu.ts'
import { fileToOpen, OpenedReports, readOpened, type FileToOpen } from '#main/opened-files.ts'
import { endUnstarted } from '#main/not-started.ts'
import { desktopWorld } from '#main/environment.ts'
import { debuggingSwitch } from '#main/security/debugging-switches.ts'
import { forbidNavigation } from '#main/security/navigation.ts'
import { guardSession } from '#main/security/sessions.ts'
import { showPolicy } from '#main/show-policy.ts'
import { createWindow, showStartPage } from '#main/window.ts'

const RENDERER = fileURLToPath(new URL('../renderer/', import.meta.url))

// Electron would show the message of an error that nothing has caught, in a window of its own.
reportCrashes('mailwright', (status) => app.exit(status))

// SECURITY: before Chromium opens the port such a switch asks for, which it does once this file has run.
const debugging = app.isPackaged
  ? debuggingSwitch(process.argv.slice(1), (name) => app.commandLine.hasSwitch(name))
  : null

// SECURITY: the start script of an AppImage adds this by itself where user namespaces are off, and says nothing.
const isUnconfined = app.isPackaged && app.commandLine.hasSwitch('no-sandbox')

// A second start shows the window of the first; of its arguments only a file to open is passed on (K3).
if (debugging !== null)
  endUnstarted({ text: { key: 'desktop.debugging', values: { option: debugging } }, status: 2 })
else if (isUnconfined) endUnstarted({ text: { key: 'desktop.no-sandbox' }, status: 2 })
else if (app.requestSingleInstanceLock()) start()
else app.quit()

const reports = new OpenedReports()

function start(): void {
  // macOS hands over files by an event, and may do so before the window is there.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFile(fileToOpen([path], '/'))
  })
  app.enableSandbox()
  registerAppScheme()
  // SECURITY: for every page and every session there will ever be, before it can do anything.
  app.on('web-contents-created', (_event, contents) => forbidNavigation(contents))
  app.on('session-created', guardSession)
  app.on('window-all-closed', () => app.quit())
  app.whenReady().then(open).catch(endBroken)
}

async function open(): Promise<void> {
  quitWhenTold()
  guardSession(session.defaultSession)
  setMenu(process.platform)
  const [files, world] = await Promise.all([loadStaticFiles(RENDERER), desktopWorld(process.argv)])
  if (!world.ok) return endUnstarted(world.error)
  const { environment, clear } = world.value
  serveAppScheme(files)
  const engine = createEngine({ ...environment, openedFiles: (signal) => reports.follow(signal) })
  app.on('before-quit', () => engine.close())
  app.on('quit', clear)
  const window = createWindow()
  openFile(fileToOpen(process.argv.slice(1), process.cwd()))
  bindPage(window, engine.handlers, reportBug)
  app.on('second-instance', (_event, args, folder) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    openFile(fileToOpen(args.slice(1), folder))
  })
  await showStartPage(window).catch((error: unknown) => {
    // A window that is closed while it loads has not failed.
    if (!window.isDestroyed()) throw error
  })
}

function openFile(file: FileToOpen | null): void {
  if (file === null) return
  const opening =
    file.kind === 'policy'
      ? showPolicy(file.path)
      : readOpened(file.path).then((report) => reports.add(report))
  opening.catch((error: unknown) => reportBug(error, 'open-file'))
}

/** What went wrong at the start, by name and code, as with every other bug. */
function endBroken(error: unknown): void {
  endUnstarted({ text: { key: 'desktop.not-started', values: { what: kindOf(error) } }, status: 3 })
}

/** Names what went wrong and nothing that was in it: a message could quote a password. */
function reportBug(error: unknown, name: string): void {
  process.stderr.write(`mailwright: ${name}: ${nameUnexpected(error)}\n`)
}
