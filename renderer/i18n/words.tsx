import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { LANGUAGES, type Language } from '#shared/i18n/languages.ts'
import { loadTranslator } from '#shared/i18n/load-texts.ts'
import type { Translate, Translator } from '#shared/i18n/translator.ts'

interface Words {
  readonly t: Translate
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

const WordsContext = createContext<Words | null>(null)

interface WordsProviderProps {
  readonly initial: Translator
  /** Overrides the direction of the language, to look at the layout of one that is not shipped yet. */
  readonly direction?: 'ltr' | 'rtl' | undefined
  readonly children: ReactNode
}

/** Gives the tree its language: the browser's first, the user's choice from then on, as soon as its texts are there. */
export function WordsProvider({ initial, direction, children }: WordsProviderProps) {
  const [{ t, language }, setTranslator] = useState(initial)
  const words = useMemo(
    () => ({
      t,
      language,
      // Texts that are not to be had leave the page in its language; that the host is gone is said elsewhere.
      setLanguage: (wanted: Language) => void loadTranslator(wanted).then(setTranslator, () => {}),
    }),
    [t, language],
  )
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
