import { IntlMessageFormat } from 'intl-messageformat'
import { LANGUAGES, type Language, type TextKey } from '#shared/i18n/languages.ts'

export type TextValues = Readonly<Record<string, string | number | Date>>

/** Gives the text of a key in one language, its places filled (ICU message syntax: plurals, choices, dates). */
export type Translate = (key: TextKey, values?: TextValues) => string

export interface Translator {
  readonly language: Language
  readonly t: Translate
}

/** Messages are parsed on first use and kept. */
export function createTranslator(language: Language): Translator {
  const { texts } = LANGUAGES[language]
  const formats = new Map<TextKey, IntlMessageFormat>()
  const formatOf = (key: TextKey) => {
    const known = formats.get(key)
    if (known !== undefined) return known
    const format = new IntlMessageFormat(texts[key], language, undefined, { ignoreTag: true })
    formats.set(key, format)
    return format
  }
  return { language, t: (key, values) => String(formatOf(key).format(values)) }
}
