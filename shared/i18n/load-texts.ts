import type { Language, TextTable } from '#shared/i18n/languages.ts'
import { translatorOf } from '#shared/i18n/translator-of.ts'
import type { Translator } from '#shared/i18n/translator.ts'

/** Each is a file of its own for a page: what is not read is not loaded, however many languages there are. */
const LOADERS: Readonly<Record<Language, () => Promise<{ readonly default: TextTable }>>> = {
  en: () => import('#assets/locales/en.json', { with: { type: 'json' } }),
  de: () => import('#assets/locales/de.json', { with: { type: 'json' } }),
}
const LATE_LOADERS: Readonly<Record<Language, () => Promise<{ readonly LATE_TEXTS: TextTable }>>> = {
  en: () => import('#shared/i18n/late/en.ts'),
  de: () => import('#shared/i18n/late/de.ts'),
}

/** `first`: the texts of the screens that everybody sees; `all`: those of the others, too. */
export type TextReach = 'first' | 'all'

/** The translator of a language, with its texts alone. */
export async function loadTranslator(language: Language, reach: TextReach): Promise<Translator> {
  const [{ default: texts }, late] = await Promise.all([
    LOADERS[language](),
    reach === 'all' ? LATE_LOADERS[language]() : null,
  ])
  return translatorOf(language, { ...texts, ...late?.LATE_TEXTS })
}
