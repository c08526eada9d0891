import { app, session } from 'electron'
import { fileURLToPath } from 'node:url'
import { createEngine } from '#engine/create-engine.ts'
import { nameUnexpected, reportCrashes } from '#engine/unexpected.ts'
import { loadStaticFiles } from '#engine/files/static-files.ts'
import { registerAppScheme, serveAppScheme } from '#main/app-scheme.ts'
import { quitWhenTold } from '#main/interrupt.ts'
import { bindPage } from '#main/ipc.ts'
import { setMenu } from '#main/menu.ts'
import { desktopWorld } from '#main/ports.ts'
import { cancelForeignRequests } from '#main/security/requests.ts'
import { restrictPermissions } from '#main/security/permissions.ts'
import { createWindow, showStartPage } from '#main/window.ts'

const RENDERER = fileURLToPath(new URL('../renderer/', import.meta.url))

// Electron would show the message of an error that nothing has caught, in a window of its own.
reportCrashes('mailwright', (status) => app.exit(status))

// A second start shows the window of the first; what it was called with is nobody's business (K3).
if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  app.enableSandbox()
  registerAppScheme()
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(open)
}

async function open(): Promise<void> {
  quitWhenTold()
  restrictPermissions(session.defaultSession)
  cancelForeignRequests(session.defaultSession)
  setMenu(process.platform)
  const [files, world] = await Promise.all([loadStaticFiles(RENDERER), desktopWorld(process.argv)])
  serveAppScheme(files)
  const engine = createEngine(world.ports)
  app.on('before-quit', () => engine.close())
  app.on('quit', world.clear)
  const window = createWindow()
  bindPage(window, engine.handlers, reportBug)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  await showStartPage(window)
}

/** Names what went wrong and nothing that was in it: a message could quote a password. */
function reportBug(error: unknown, name: string): void {
  process.stderr.write(`mailwright: ${name}: ${nameUnexpected(error)}\n`)
}
