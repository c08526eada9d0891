import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { LANGUAGES, type Language } from '#shared/i18n/languages.ts'
import { loadTranslator, type TextReach } from '#shared/i18n/load-texts.ts'
import type { Translate, Translator } from '#shared/i18n/translator.ts'

interface Words {
  readonly t: Translate
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  /** Which texts are there. */
  readonly reach: TextReach
  /** Loads those that are not. */
  readonly reachAll: () => Promise<void>
}

const WordsContext = createContext<Words | null>(null)

interface WordsProviderProps {
  readonly initial: Translator
  readonly initialReach: TextReach
  /** Overrides the direction of the language, to look at the layout of one that is not shipped yet. */
  readonly direction?: 'ltr' | 'rtl' | undefined
  readonly children: ReactNode
}

/** Gives the tree its language: the browser's first, the user's choice from then on, as soon as its texts are there. */
export function WordsProvider({ initial, initialReach, direction, children }: WordsProviderProps) {
  const [{ t, language, reach }, setTexts] = useState({ ...initial, reach: initialReach })
  const words = useMemo(() => {
    const load = async (wanted: Language, far: TextReach) =>
      setTexts({ ...(await loadTranslator(wanted, far)), reach: far })
    return {
      t,
      language,
      reach,
      // Texts that are not to be had leave the page in its language; that the host is gone is said elsewhere.
      setLanguage: (wanted: Language) => void load(wanted, reach).catch(() => {}),
      reachAll: () => load(language, 'all'),
    }
  }, [t, language, reach])
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

interface AllWordsProps {
  readonly children: ReactNode
  /** Called when the texts are not to be had: what serves this page is gone. */
  readonly onMissing: () => void
}

/** Shows a screen whose texts are not among the first ones, as soon as they are there. */
export function AllWords({ children, onMissing }: AllWordsProps) {
  const { reach, reachAll } = useWords()
  useEffect(() => {
    if (reach !== 'all') reachAll().catch(onMissing)
  }, [reach, reachAll, onMissing])
  return reach === 'all' ? children : null
}

export const LANGUAGE_NAMES = Object.entries(LANGUAGES).map(([code, { name }]) => ({
  code: code as Language,
  name,
}))
