import { PAGE_END, pageBeginning, rowMarkup, tableMarkup } from '#shared/batch/table-page.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { lineWords } from '#shared/preflight/line-words.ts'
import type { PreflightLine } from '#shared/preflight/preflight-line.ts'
import { preflightHeading, preflightTables } from '#shared/preflight/summary-tables.ts'
import type { PreflightSummary } from '#shared/preflight/summary.ts'
import { escapeXml } from '#shared/text/xml.ts'

const SUMMARY = 'summary'

/**
 * One page without a script, which loads nothing, written as the lines come: what it comes to stands at its end, and a
 * link at the beginning leads there.
 *
 * SECURITY: every text is escaped for a browser, and kept from being a formula in a spreadsheet.
 */
export function pageHead(made: Date, { language, t }: Translator): readonly string[] {
  const head = ['domain', 'mail', 'sign-in', 'ends', 'remarks'] as const
  return [
    ...pageBeginning(t('preflight.title'), language),
    `<p>${escapeXml(t('batch.made', { date: made }))} <a href="#${SUMMARY}">${escapeXml(t('preflight.summary'))}</a></p>`,
    '<table>',
    `<caption>${escapeXml(t('preflight.domains'))}</caption>`,
    rowMarkup(
      head.map((name) => t(`preflight.head.${name}`)),
      'th',
    ),
  ]
}

export function pageLine(line: PreflightLine, { t }: Translator): string {
  const { name, mail, signIn, breaks, remarks } = lineWords(line, t)
  return rowMarkup([name, mail, signIn.join('; '), breaks.join(' '), remarks.join(' ')], 'td')
}

export function pageTail(summary: PreflightSummary, { t }: Translator): readonly string[] {
  return [
    '</table>',
    `<h2 id="${SUMMARY}">${escapeXml(t('preflight.summary'))}</h2>`,
    `<p>${escapeXml(preflightHeading(summary, t))}</p>`,
    ...preflightTables(summary, t).flatMap(tableMarkup),
    ...PAGE_END,
  ]
}
