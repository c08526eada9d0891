import type { Plugin } from 'vite'

/** Texts that only the terminal and the desktop's own dialogs show; one that a page shows has to be taken out of here. */
const OF_THE_TERMINAL =
  /^(?:cli\.(?!place\.)|(?:batch|client-variable|desktop|fix|inspect\.fix|preflight|proxy-url)\.)/
const LOCALE = /\/assets\/locales\/[a-z]+\.json$/

/** Whether a text is left out of the page. */
export function isOfTheTerminal(key: string): boolean {
  return OF_THE_TERMINAL.test(key)
}

/** Leaves the texts of the terminal out of the page: every byte before the first step is waited for. */
export function pageTexts(): Plugin {
  return {
    name: 'page-texts',
    enforce: 'pre',
    transform: {
      filter: { id: LOCALE },
      handler: (code) => {
        const texts = JSON.parse(code) as Readonly<Record<string, string>>
        const kept = Object.entries(texts).filter(([key]) => !isOfTheTerminal(key))
        return { code: JSON.stringify(Object.fromEntries(kept)), map: null }
      },
    },
  }
}
