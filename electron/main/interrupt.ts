import { app } from 'electron'

/** SIGBREAK is Ctrl+Break of Windows. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const

/**
 * Quits in order when the system, a terminal or the end of the launcher asks for it. Call it when the application is
 * ready: Electron's own listeners come before that, serve once, and let the second Ctrl+C end us amid the clean-up.
 */
export function quitWhenTold(): void {
  const quit = () => app.quit()
  for (const name of SIGNALS) process.on(name, quit)
  process.once('disconnect', quit)
}
