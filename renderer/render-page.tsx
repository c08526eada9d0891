import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { pickLanguage } from '#shared/i18n/languages.ts'
import { loadTranslator } from '#shared/i18n/load-texts.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { WordsProvider } from '#renderer/i18n/words.tsx'

interface PageOptions {
  /** With all texts; the browser's own language by default, and of that the first ones. */
  readonly translator?: Promise<Translator>
  readonly direction?: 'rtl' | undefined
}

/**
 * Puts a page on the screen as soon as its texts are there. Not awaited while a module is evaluated: what is loaded on
 * demand imports that module, and the two would wait for each other.
 */
export async function renderPage(content: ReactNode, options: PageOptions = {}): Promise<void> {
  const { translator, direction } = options
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no root')
  const initial = await (translator ?? loadTranslator(pickLanguage(navigator.languages), 'first'))
  createRoot(root).render(
    <WordsProvider
      initial={initial}
      initialReach={translator === undefined ? 'first' : 'all'}
      direction={direction}
    >
      {content}
    </WordsProvider>,
  )
}
