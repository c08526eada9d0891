import { app } from 'electron'
import { ENDING_SIGNALS, keepDebuggerShut } from '#engine/ending-signals.ts'

/**
 * Quits in order when the system, a terminal or the end of the launcher asks for it. Call it when the application is
 * ready: Electron's own listeners come before that, serve once, and let the second Ctrl+C end us amid the clean-up.
 */
export function quitWhenTold(): void {
  const quit = () => app.quit()
  keepDebuggerShut()
  for (const name of ENDING_SIGNALS) process.on(name, quit)
  process.once('disconnect', quit)
}
