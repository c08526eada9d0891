import { summaryHeading, summaryTables } from '#shared/batch/summary-tables.ts'
import type { BatchSummary } from '#shared/batch/summary.ts'
import { PAGE_END, pageBeginning, tableMarkup } from '#shared/batch/table-page.ts'
import { escapeXml } from '#shared/text/xml.ts'
import type { Translator } from '#shared/i18n/translator.ts'

/**
 * The summary as one page without a script, which loads nothing.
 *
 * SECURITY: names of servers and providers were written by others. They are escaped for a browser, and kept from being
 * a formula where the page is opened in a spreadsheet.
 */
export function summaryPage(summary: BatchSummary, made: Date, { language, t }: Translator): string {
  return [
    ...pageBeginning(t('batch.title'), language),
    `<p>${escapeXml(t('batch.made', { date: made }))}</p>`,
    `<p>${escapeXml(summaryHeading(summary, t))}</p>`,
    ...summaryTables(summary, t).flatMap(tableMarkup),
    ...PAGE_END,
    '',
  ].join('\n')
}
