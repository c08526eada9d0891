import type { SummaryTable } from '#shared/batch/summary-tables.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { escapeXml } from '#shared/text/xml.ts'

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}
table{border-collapse:collapse;margin:0 0 2rem}
caption{font-weight:600;padding:.5rem 0;text-align:start}
td,th{border-bottom:1px solid #8888;padding:.25rem 1.5rem .25rem 0;text-align:start;vertical-align:top}
:root{color-scheme:light dark}`

/** How a page without a script begins, which loads nothing. The title is its heading too. */
export function pageBeginning(title: string, language: Language): readonly string[] {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${escapeXml(title)}</h1>`,
  ]
}

export const PAGE_END: readonly string[] = ['</body>', '</html>']

export function tableMarkup({ title, head, rows }: SummaryTable): readonly string[] {
  return [
    '<table>',
    `<caption>${escapeXml(title)}</caption>`,
    rowMarkup(head, 'th'),
    ...rows.map((cells) => rowMarkup(cells, 'td')),
    '</table>',
  ]
}

export function rowMarkup(cells: readonly string[], element: 'td' | 'th'): string {
  return `<tr>${cells.map((cell) => `<${element}>${cellText(cell)}</${element}>`).join('')}</tr>`
}

function cellText(text: string): string {
  return escapeXml(withoutFormula(text))
}

/** What a spreadsheet takes for the beginning of a formula is shown behind an apostrophe, which makes it a text. */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
