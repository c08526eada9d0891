import de from '#assets/locales/de.json' with { type: 'json' }
import en from '#assets/locales/en.json' with { type: 'json' }

/** Every text of the product has a key in the English file; the other languages must have the same keys. */
export type TextKey = keyof typeof en
export type TextTable = Readonly<Record<TextKey, string>>

/** The languages of the product under their own names. A new one is a file in `assets/locales` and a line here. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr', texts: en },
  de: { name: 'Deutsch', direction: 'ltr', texts: de },
} as const satisfies Record<string, { name: string; direction: 'ltr' | 'rtl'; texts: TextTable }>

export type Language = keyof typeof LANGUAGES

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code)
}

/** The best language for a list of preferences such as `de-AT`; English when none fits. */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const [base = ''] = tag.toLowerCase().split(/[-_.@]/)
    if (isLanguage(base)) return base
  }
  return 'en'
}
