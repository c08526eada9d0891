import texts from '#assets/locales/de.json' with { type: 'json' }
import type { TextTable } from '#shared/i18n/languages.ts'

/** In a page those of the screens that most users never open, and no others (`scripts/lib/page-texts.ts`). */
export const LATE_TEXTS: TextTable = texts
