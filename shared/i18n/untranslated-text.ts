import type { Code } from '#shared/finding/codes.ts'
import type { TextKey } from '#shared/i18n/languages.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** What fills a text. It may be a text itself: the reason after a colon, a whole clause in every language. */
export type Fillings = Readonly<Record<string, string | number | Date | UntranslatedText>>

/** A text before it is in a language: what a parser says to the one place that prints, and that knows the language. */
export interface UntranslatedText {
  readonly key: TextKey
  readonly values?: Fillings
  /** Printed behind it in brackets. */
  readonly code?: Code
}

export function translated({ key, values = {}, code }: UntranslatedText, t: Translate): string {
  const filled = Object.entries(values).map(
    ([name, value]) => [name, isText(value) ? translated(value, t) : value] as const,
  )
  const words = t(key, Object.fromEntries(filled))
  return code === undefined ? words : `${words} [${code}]`
}

function isText(value: Fillings[string]): value is UntranslatedText {
  return typeof value === 'object' && 'key' in value
}
