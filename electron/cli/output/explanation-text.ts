import type { ExplainedCause, Explanation } from '#shared/explain/explanation.ts'
import { adviceWords, causeWords, lastsWords, numberWords } from '#shared/i18n/explanation-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { Style } from '#cli/output/style.ts'

/** What `explain` says to a person: each cause with its next steps, then what it was read from. */
export function explanationText(explanation: Explanation, t: Translate, style: Style): string {
  const { causes } = explanation
  return [...causes.map((cause) => causeText(cause, t, style)), ...source(explanation, t)].join('\n\n')
}

function causeText(cause: ExplainedCause, t: Translate, style: Style): string {
  const { title, explanation } = causeWords(cause, t)
  const { code, recipients, actions } = cause
  const lasts = lastsWords(cause, t)
  return [
    style.strong(title),
    explanation,
    ...(lasts === null ? [] : [lasts]),
    ...(recipients.length === 0
      ? []
      : [`${t('explained.recipients', { count: recipients.length })}: ${recipients.join(', ')}`]),
    ...actions.map((advice) => `→ ${adviceWords(advice, t)}`),
    style.quiet(code),
  ].join('\n')
}

/** Where it comes from; the server's own words are always marked as such. */
function source(explanation: Explanation, t: Translate): readonly string[] {
  const { reply, bounce } = explanation
  const remote = bounce?.remoteServer ?? null
  const number = numberWords(explanation, t)
  const lines = [
    ...(remote === null ? [] : [`${t('explained.refused-by')}: ${remote}`]),
    ...(number === null ? [] : [`${t('explained.number')}: ${number}`]),
    ...(reply === null || reply.text === '' ? [] : [`${t('explained.pasted')}: ${reply.text}`]),
  ]
  return lines.length === 0 ? [] : [lines.join('\n')]
}
