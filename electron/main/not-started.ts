import { app, dialog } from 'electron'
import { pickLanguage } from '#shared/i18n/languages.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { translated, type UntranslatedText } from '#shared/i18n/untranslated-text.ts'

/** Why the application does not start. */
export interface NotStarted {
  /** For the user. */
  readonly text: UntranslatedText
  /** As in the terminal: 2 for what was given wrongly, 3 for Mailwright itself. */
  readonly status: 2 | 3
}

/**
 * Says it in the language of the system and ends. SECURITY: Electron ends the application some time after this has returned; nothing may be built
 * after it, least of all an engine without the policy or the proxy that was asked for.
 */
export function endUnstarted({ text, status }: NotStarted): void {
  const words = translated(text, createTranslator(pickLanguage(app.getPreferredSystemLanguages())).t)
  process.stderr.write(`mailwright: ${words}\n`)
  dialog.showErrorBox('Mailwright', words)
  app.exit(status)
}
