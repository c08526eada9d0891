import type en from '#assets/locales/en.json'

/** Every text of the product has a key in the English file; the other languages must have the same keys. */
export type TextKey = keyof typeof en
export type TextTable = Readonly<Record<TextKey, string>>

/**
 * The languages of the product under their own names, with the answers that mean yes in the terminal, in small letters.
 * A new one is a file in `assets/locales`, and a line here, in `texts.ts` and in `load-texts.ts`.
 */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr', yes: ['y', 'yes'] },
  de: { name: 'Deutsch', direction: 'ltr', yes: ['j', 'ja'] },
} as const satisfies Record<string, LanguageFacts>

interface LanguageFacts {
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  readonly yes: readonly string[]
}

export type Language = keyof typeof LANGUAGES

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code)
}

const YES: ReadonlySet<string> = new Set(Object.values(LANGUAGES).flatMap(({ yes }) => yes))

/** Whether an answer means yes, in whichever language it is given: fingers have habits. Anything else is no. */
export function meansYes(answer: string): boolean {
  return YES.has(answer.trim().toLowerCase())
}

/** The best language for a list of preferences such as `de-AT`; English when none fits. */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const [base = ''] = tag.toLowerCase().split(/[-_.@]/)
    if (isLanguage(base)) return base
  }
  return 'en'
}
