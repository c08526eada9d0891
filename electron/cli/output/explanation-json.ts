import type { Explanation } from '#shared/explain/explanation.ts'
import { causeWords } from '#shared/i18n/explanation-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** The JSON of `explain`: a stable interface. */
export function explanationJson({ causes, reply, bounce }: Explanation, t: Translate) {
  return {
    schema: 1,
    findings: causes.map((cause) => {
      const { code, severity, turn, actions } = cause
      return { code, severity, turn, ...causeWords(cause, t), actions }
    }),
    reply,
    bounce,
  }
}
