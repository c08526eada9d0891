import { app, dialog } from 'electron'

/** Why the application does not start. */
export interface NotStarted {
  /** For the user. */
  readonly words: string
  /** As in the terminal: 2 for what was given wrongly, 3 for Mailwright itself. */
  readonly status: 2 | 3
}

/**
 * Says it and ends. SECURITY: Electron ends the application some time after this has returned; nothing may be built
 * after it, least of all an engine without the policy or the proxy that was asked for.
 */
export function endUnstarted({ words, status }: NotStarted): void {
  process.stderr.write(`mailwright: ${words}\n`)
  dialog.showErrorBox('Mailwright', words)
  app.exit(status)
}
