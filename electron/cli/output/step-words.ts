import type { Action } from '#shared/finding/action.ts'
import { actionWords } from '#shared/i18n/action-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** What is done by an option here, and not by a button. */
const BY_OPTION = { 'set-proxy': 'cli.set-proxy', 'client-id': 'cli.client-id' } as const

/** A next step as a line of the terminal. */
export function stepWords(action: Action, t: Translate, after: Parameters<typeof actionWords>[2]): string {
  const { kind } = action
  const words =
    kind === 'set-proxy' || kind === 'client-id' ? t(BY_OPTION[kind]) : actionWords(action, t, after)
  return `→ ${words}${'url' in action && action.url !== null ? `: ${action.url}` : ''}`
}
