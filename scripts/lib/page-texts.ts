import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { inRoot } from './paths.ts'

/** Texts that only the terminal and the desktop's own dialogs show; one that a page shows has to be taken out of here. */
const OF_THE_TERMINAL =
  /^(?:cli\.(?!place\.)|(?:batch|client-variable|desktop|fix\.FIX_[A-Z]+|inspect\.fix|preflight|proxy-url)\.)/
/**
 * Texts of screens that most users never open, which are loaded with those: the programs and the devices. The first step
 * has the buttons that lead there.
 */
const LATE = /^(?:devices?|fix|sending|setting(?:-field|-value)?|inspect(?:ed)?|programs)\.(?!open$)/
const LOCALE = /\/assets\/locales\/[a-z]+\.json$/
const LATE_MODULE = /\/shared\/i18n\/late\/([a-z]+)\.ts$/

/** Whether a text is left out of the page. */
export function isOfTheTerminal(key: string): boolean {
  return OF_THE_TERMINAL.test(key)
}

/** Whether a text comes with the screens that show it, and not before. */
export function isLate(key: string): boolean {
  return LATE.test(key) && !isOfTheTerminal(key)
}

/** Leaves out of the first texts what the first step waits for in vain: those of the terminal, and of late screens. */
export function pageTexts(): Plugin {
  return {
    name: 'page-texts',
    enforce: 'pre',
    transform: {
      filter: { id: [LOCALE, LATE_MODULE] },
      handler: async (code, id) => {
        const language = LATE_MODULE.exec(id)?.[1]
        if (language === undefined)
          return { code: chosen(code, (key) => !isOfTheTerminal(key) && !isLate(key)), map: null }
        const texts = await readFile(inRoot('assets', 'locales', `${language}.json`), 'utf8')
        return { code: `export const LATE_TEXTS = ${chosen(texts, isLate)}`, map: null }
      },
    },
  }
}

function chosen(json: string, isWanted: (key: string) => boolean): string {
  const texts = JSON.parse(json) as Readonly<Record<string, string>>
  return JSON.stringify(Object.fromEntries(Object.entries(texts).filter(([key]) => isWanted(key))))
}
