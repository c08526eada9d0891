import { summaryHeading, summaryTables } from '#shared/batch/summary-tables.ts'
import type { BatchSummary } from '#shared/batch/summary.ts'
import { tableText } from '#shared/batch/table-text.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** The summary for a terminal. */
export function summaryText(summary: BatchSummary, t: Translate): string {
  const tables = summaryTables(summary, t)
  return [summaryHeading(summary, t), ...tables.flatMap((table) => ['', ...tableText(table, t)])].join('\n')
}
