import type { TestEvent } from '#shared/contract/test-event.ts'
import type { CheckResult } from '#shared/finding/check-result.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { readReport } from '#shared/report/read-report.ts'
import { reportHtml } from '#shared/report/report-html.ts'
import { reportJson } from '#shared/report/report-json.ts'
import { reportMarkdown } from '#shared/report/report-markdown.ts'
import { buildReport } from '#shared/report/report.ts'
import { stageFactsText } from '#shared/report/stage-facts-text.ts'
import { adminMessagesText } from '#cli/output/admin-messages-text.ts'
import { checkJson } from '#cli/output/check-json.ts'
import { progressLine, resultText } from '#cli/output/check-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { harmIn, harmInLines } from './hostile-fillings.ts'

const translator = createTranslator('en')
const { t } = translator
const style = createStyle('plain')

/** Everything that any host makes of a check, each with its name. */
export function outputsOf({
  check,
  events,
}: {
  readonly check: CheckResult
  readonly events: readonly TestEvent[]
}) {
  const json = checkJson(check, t)
  const madeBy = { version: '1', host: 'terminal', system: '' } as const
  const report = buildReport({ ...check, madeBy, made: new Date() })
  const texts = {
    jsonMessages: json.findings.map(({ message }) => message ?? '').join('\n'),
    progress: events.flatMap((event) => progressLine(event, t, style) ?? []).join('\n'),
    terminal: check.endpoints.map((result) => resultText(result, check.address, t, style)).join('\n'),
    messages: adminMessagesText(check, t) ?? '',
    report: reportMarkdown(report, t),
    page: reportHtml(report, translator),
    reportJson: reportJson(report),
    stages: events.flatMap((one) => (one.type === 'stage' ? [stageFactsText(one.event)] : [])).join('\n'),
  }
  const findings = json.findings.map((finding) => ({ ...finding, message: null }))
  return { data: { events, json: { ...json, findings } }, texts }
}

/** What of it could do harm, or pretends to be ours; empty is what every test expects. */
export function harmInOutputs(run: Parameters<typeof outputsOf>[0]): readonly string[] {
  const { data, texts } = outputsOf(run)
  const opened = [texts.page, texts.reportJson].map((file) => readReport(file, t))
  return [
    ...opened.flatMap((one) => (one.ok ? [] : [`a report that cannot be opened again: ${one.error}`])),
    // Our own tags are no script and no image.
    ...(/<(?:img|script|iframe|object|embed|link|base|form|a)\b/i.test(texts.page)
      ? ['a tag in the page']
      : []),
    ...harmIn(data),
    ...Object.entries(texts).flatMap(([name, text]) => harmInLines(text).map((harm) => `${name} ${harm}`)),
    // Four spaces make a code block, in which Markdown reads no text as markup.
    ...texts.report
      .split('\n')
      .filter((line) => /(?<!\\)(?:\\\\)*<(?:img|script)/.test(line) && !line.startsWith('    ')),
  ]
}
