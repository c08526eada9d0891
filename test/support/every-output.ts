import type { TestEvent } from '#shared/contract/test-event.ts'
import type { CheckResult } from '#shared/finding/check-result.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { checkReport } from '#shared/report/check-report.ts'
import { stageFactsText } from '#shared/report/stage-facts-text.ts'
import { adminMessagesText } from '#cli/output/admin-messages-text.ts'
import { checkJson } from '#cli/output/check-json.ts'
import { progressLine, resultText } from '#cli/output/check-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { harmIn, harmInLines } from './hostile-fillings.ts'

const { t } = createTranslator('en')
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
  const texts = {
    jsonMessages: json.findings.map(({ message }) => message ?? '').join('\n'),
    progress: events.flatMap((event) => progressLine(event, t, style) ?? []).join('\n'),
    terminal: check.endpoints.map((result) => resultText(result, check.address, t, style)).join('\n'),
    messages: adminMessagesText(check, t) ?? '',
    report: checkReport(check, { version: '1', made: new Date() }, t),
    stages: events.flatMap((one) => (one.type === 'stage' ? [stageFactsText(one.event)] : [])).join('\n'),
  }
  const findings = json.findings.map((finding) => ({ ...finding, message: null }))
  return { data: { events, json: { ...json, findings } }, texts }
}

/** What of it could do harm, or pretends to be ours; empty is what every test expects. */
export function harmInOutputs(run: Parameters<typeof outputsOf>[0]): readonly string[] {
  const { data, texts } = outputsOf(run)
  return [
    ...harmIn(data),
    ...Object.entries(texts).flatMap(([name, text]) => harmInLines(text).map((harm) => `${name} ${harm}`)),
    // Four spaces make a code block, in which Markdown reads no text as markup.
    ...texts.report
      .split('\n')
      .filter((line) => /(?<!\\)(?:\\\\)*<(?:img|script)/.test(line) && !line.startsWith('    ')),
  ]
}
