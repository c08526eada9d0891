import type { Action } from '#shared/finding/action.ts'
import { actionWords } from '#shared/i18n/action-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** A next step as a line of the terminal, where some things are done by an option and not by a button. */
export function stepWords(action: Action, t: Translate, after: Parameters<typeof actionWords>[2]): string {
  const words = action.kind === 'set-proxy' ? t('cli.set-proxy') : actionWords(action, t, after)
  return `→ ${words}${'url' in action && action.url !== null ? `: ${action.url}` : ''}`
}
