import { csvHead, csvLine } from '#shared/preflight/csv.ts'
import { pageHead, pageLine, pageTail } from '#shared/preflight/page.ts'
import type { PreflightLine } from '#shared/preflight/preflight-line.ts'
import type { PreflightSummary } from '#shared/preflight/summary.ts'
import { lineText, preflightSummaryText } from '#shared/preflight/text.ts'
import { assertNever } from '#shared/outcome.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { inertJson, inertText } from '#cli/output/inert.ts'

export const PREFLIGHT_FORMATS = ['text', 'csv', 'json', 'html'] as const
export type PreflightFormat = (typeof PREFLIGHT_FORMATS)[number]

/** How lines are written in one format, each as soon as it is known. */
export interface Sheet {
  readonly head: readonly string[]
  readonly line: (line: PreflightLine) => string
  /** Empty where the format has no place for what the lines come to. */
  readonly tail: (summary: PreflightSummary) => readonly string[]
}

/** JSON is one object a line, as with `batch`, so that a reader need not hold all of it. */
export function sheetIn(format: PreflightFormat, translator: Translator): Sheet {
  const { t } = translator
  switch (format) {
    case 'text':
      return {
        head: [],
        line: (line) => inertText(lineText(line, t)),
        tail: (summary) => ['', inertText(preflightSummaryText(summary, t))],
      }
    case 'csv':
      return { head: [csvHead()], line: (line) => inertText(csvLine(line)), tail: () => [] }
    case 'json':
      return { head: [], line: (line) => inertJson(line), tail: () => [] }
    case 'html':
      return {
        head: pageHead(new Date(), translator),
        line: (line) => inertText(pageLine(line, translator)),
        tail: (summary) => pageTail(summary, translator),
      }
    default:
      return assertNever(format)
  }
}
