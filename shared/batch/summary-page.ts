import { summaryHeading, summaryTables, type SummaryTable } from '#shared/batch/summary-tables.ts'
import type { BatchSummary } from '#shared/batch/summary.ts'
import { escapeXml } from '#shared/text/xml.ts'
import type { Translator } from '#shared/i18n/translator.ts'

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}
table{border-collapse:collapse;margin:0 0 2rem}
caption{font-weight:600;padding:.5rem 0;text-align:start}
td,th{border-bottom:1px solid #8888;padding:.25rem 1.5rem .25rem 0;text-align:start}
:root{color-scheme:light dark}`

/**
 * The summary as one page without a script, which loads nothing.
 *
 * SECURITY: names of servers and providers were written by others. They are escaped for a browser, and kept from being
 * a formula where the page is opened in a spreadsheet.
 */
export function summaryPage(summary: BatchSummary, made: Date, { language, t }: Translator): string {
  const title = escapeXml(t('batch.title'))
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${title}</h1>`,
    `<p>${escapeXml(t('batch.made', { date: made }))}</p>`,
    `<p>${escapeXml(summaryHeading(summary, t))}</p>`,
    ...summaryTables(summary, t).flatMap(tableLines),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function tableLines({ title, head, rows }: SummaryTable): readonly string[] {
  const line = (cells: readonly string[], element: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${element}>${cellText(cell)}</${element}>`).join('')}</tr>`
  return [
    '<table>',
    `<caption>${escapeXml(title)}</caption>`,
    line(head, 'th'),
    ...rows.map((cells) => line(cells, 'td')),
    '</table>',
  ]
}

/** What a spreadsheet takes for the beginning of a formula is shown behind an apostrophe, which makes it a text. */
function cellText(text: string): string {
  return escapeXml(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
}
