import { tableText } from '#shared/batch/table-text.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { lineWords } from '#shared/preflight/line-words.ts'
import type { PreflightLine } from '#shared/preflight/preflight-line.ts'
import { preflightHeading, preflightTables } from '#shared/preflight/summary-tables.ts'
import type { PreflightSummary } from '#shared/preflight/summary.ts'

/** A domain for a terminal: who has its mail, how to sign in, what stops when, what contradicts. */
export function lineText(line: PreflightLine, t: Translate): string {
  const { name, mail, signIn, breaks, remarks } = lineWords(line, t)
  return [
    name,
    ...[mail, signIn.join('; ')].filter((text) => text !== '').map((text) => `  ${text}`),
    ...breaks.map((text) => `  ${text}`),
    ...remarks.map((text) => `  ! ${text}`),
  ].join('\n')
}

export function preflightSummaryText(summary: PreflightSummary, t: Translate): string {
  const tables = preflightTables(summary, t).flatMap((table) => ['', ...tableText(table, t)])
  return [preflightHeading(summary, t), ...tables].join('\n')
}
