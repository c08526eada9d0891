import type { ServerAdvice } from '#shared/catalogue/server-advice.ts'
import { adviceFacts } from '#shared/diagnosis/advice-facts.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** What to say about a typed server before it is tested: the same words as after a test that failed for it. */
export function adviceWords(endpoint: ServerEndpoint, advice: ServerAdvice, t: Translate) {
  return codeWords(advice.code, t, adviceFacts(endpoint, advice))
}
