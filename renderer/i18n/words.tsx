import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { LANGUAGES, pickLanguage, type Language } from '#shared/i18n/languages.ts'
import { createTranslator, type Translate } from '#shared/i18n/translator.ts'

interface Words {
  readonly t: Translate
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

const WordsContext = createContext<Words | null>(null)

interface WordsProviderProps {
  readonly initial?: Language
  /** Overrides the direction of the language, to look at the layout of one that is not shipped yet. */
  readonly direction?: 'ltr' | 'rtl' | undefined
  readonly children: ReactNode
}

/** Gives the tree its language: the browser's first, the user's choice from then on. */
export function WordsProvider({ initial, direction, children }: WordsProviderProps) {
  const [language, setLanguage] = useState<Language>(() => initial ?? pickLanguage(navigator.languages))
  const words = useMemo(() => ({ t: createTranslator(language).t, language, setLanguage }), [language])
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = direction ?? LANGUAGES[language].direction
  }, [language, direction])
  return <WordsContext value={words}>{children}</WordsContext>
}

/** The words of the language in use. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (words === null) throw new Error('no words around this component')
  return words
}

export const LANGUAGE_NAMES = Object.entries(LANGUAGES).map(([code, { name }]) => ({
  code: code as Language,
  name,
}))
