import type { SummaryTable } from '#shared/batch/summary-tables.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** A screen; the page has all of them. */
const MOST_ROWS = 20

/** A table for a terminal, in columns. */
export function tableText({ title, head, rows }: SummaryTable, t: Translate): readonly string[] {
  const shown = rows.slice(0, MOST_ROWS)
  const widths = head.map((name, column) =>
    Math.max(name.length, ...shown.map((cells) => cells[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()
  const rest = rows.length - shown.length
  const more = rest === 0 ? [] : [`  ${t('batch.more', { rest })}`]
  return [title, line(head), ...shown.map(line), ...more]
}
