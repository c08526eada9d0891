import type { Report } from '#shared/report/report.ts'
import { networkRows } from '#shared/report/report-lines.ts'
import { firstAnswers } from '#shared/report/first-answers.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, type ExitStatus } from '#cli/exit-status.ts'
import { arrivalText } from '#cli/output/arrival-text.ts'
import { resultText } from '#cli/output/check-text.ts'
import { mechanismsText } from '#cli/output/mechanisms-text.ts'
import { createStyle, type Style } from '#cli/output/style.ts'
import { readReportFile } from '#cli/report/read-report-file.ts'
import { print, printJson } from '#cli/terminal.ts'

/** A report as `check` would have printed it, below its first answers. Nothing is tested. */
export async function showReport(file: string, invocation: Invocation): Promise<ExitStatus> {
  const { terminal, translator, colors, json } = invocation
  const report = await readReportFile(file, invocation)
  if (json) printJson(terminal, report)
  else print(terminal, reportText(report, translator.t, createStyle(colors)))
  return report.verdict === 'ok' ? EXIT.proved : EXIT.problem
}

function reportText(report: Report, t: Translate, style: Style): string {
  const { address, endpoints, verdict, arrival, mechanisms } = report
  const answers = firstAnswers(report, t).map(({ label, lines }) => `  ${label}: ${lines.join(', ')}`)
  const good = verdict === 'ok'
  const mark = good ? style.good('✓') : style.bad('✗')
  return [
    `${mark} ${style.strong(`${t('report.title')}: ${t(`report.verdict.${verdict}`)}`)}`,
    ...answers,
    '',
    ...endpoints.map((result) => resultText(result, address, t, style)),
    ...networkText(report, t, style),
    ...(mechanisms === null ? [] : ['', mechanismsText(mechanisms, t, style)]),
    ...(arrival === null ? [] : ['', arrivalText(arrival, t, style)]),
  ].join('\n')
}

/** Every port and address that was tried, a line each. */
function networkText(report: Report, t: Translate, style: Style): readonly string[] {
  const rows = networkRows(report, t).map(({ service, host, port, address, outcome }) =>
    [`      ${service.padEnd(5)}`, host, port, address, outcome].join('  '),
  )
  return rows.length === 0 ? [] : ['', style.strong(t('report.network')), ...rows]
}
