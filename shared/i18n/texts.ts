import de from '#assets/locales/de.json' with { type: 'json' }
import en from '#assets/locales/en.json' with { type: 'json' }
import type { Language, TextTable } from '#shared/i18n/languages.ts'

/** The texts of all languages, for programs that have them on their disk. A page loads one (`load-texts.ts`). */
export const TEXTS: Readonly<Record<Language, TextTable>> = { en, de }
