import type { Language, TextTable } from '#shared/i18n/languages.ts'
import { translatorOf } from '#shared/i18n/translator-of.ts'
import type { Translator } from '#shared/i18n/translator.ts'

/** Each is a file of its own for a page: what is not read is not loaded, however many languages there are. */
const LOADERS: Readonly<Record<Language, () => Promise<{ readonly default: TextTable }>>> = {
  en: () => import('#assets/locales/en.json', { with: { type: 'json' } }),
  de: () => import('#assets/locales/de.json', { with: { type: 'json' } }),
}

/** The translator of a language, with its texts alone. */
export async function loadTranslator(language: Language): Promise<Translator> {
  const { default: texts } = await LOADERS[language]()
  return translatorOf(language, texts)
}
