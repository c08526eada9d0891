import type { Language, TextKey } from '#shared/i18n/languages.ts'
import { TEXTS } from '#shared/i18n/texts.ts'
import { translatorOf } from '#shared/i18n/translator-of.ts'

export type TextValues = Readonly<Record<string, string | number | Date>>

/** Gives the text of a key in one language, its places filled (ICU message syntax: plurals, choices, dates). */
export type Translate = (key: TextKey, values?: TextValues) => string

export interface Translator {
  readonly language: Language
  readonly t: Translate
}

/** The translator of any language, at once: for programs that have all texts on their disk. */
export function createTranslator(language: Language): Translator {
  return translatorOf(language, TEXTS[language])
}
