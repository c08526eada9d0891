import { comparisonLead, differenceLines, resultWords } from '#shared/report/comparison-lines.ts'
import {
  compareReports,
  type ReportComparison,
  type ServiceDifference,
} from '#shared/report/report-comparison.ts'
import { utcMoment } from '#shared/text/utc.ts'
import type { Report } from '#shared/report/report.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { createStyle, type Style } from '#cli/output/style.ts'
import { readReportFile } from '#cli/report/read-report-file.ts'
import { print, printJson } from '#cli/terminal.ts'

/** What is different between two reports. The status is that of the second: whether it works now. */
export async function compareReportFiles(
  files: readonly [string, string],
  invocation: Invocation,
): Promise<ExitStatus> {
  if (files[0] === '-' && files[1] === '-') throw new UsageError('cli.usage.report')
  const { terminal, translator, colors, json } = invocation
  const first = await readReportFile(files[0], invocation)
  const second = await readReportFile(files[1], invocation)
  const comparison = compareReports(first, second)
  if (json) printJson(terminal, comparisonJson(comparison, first, second))
  else print(terminal, comparisonText(comparison, [first, second], translator.t, createStyle(colors)))
  return second.verdict === 'ok' ? EXIT.proved : EXIT.problem
}

function comparisonText(
  comparison: ReportComparison,
  [first, second]: readonly [Report, Report],
  t: Translate,
  style: Style,
): string {
  const { services } = comparison
  const heads = (
    [
      ['first', first],
      ['second', second],
    ] as const
  ).map(
    ([which, report]) =>
      `${t(`report.compare.${which}`)}: ${report.address}, ${t('report.utc', { moment: utcMoment(report.tested) })}, ${t(`report.verdict.${report.verdict}`)}`,
  )
  return [
    ...heads,
    ...comparisonLead(comparison, first, second, t),
    ...services.flatMap((service) => ['', ...serviceLines(service, t, style)]),
  ].join('\n')
}

function serviceLines(service: ServiceDifference, t: Translate, style: Style): readonly string[] {
  const { protocol, change, first, second } = service
  const paint = change === 'mended' ? style.good : change === 'broken' ? style.bad : style.strong
  return [
    `${protocol.padEnd(5)} ${paint(t(`report.compare.${change}`))}`,
    `      ${t('report.compare.first')}: ${resultWords(first, t)}`,
    `      ${t('report.compare.second')}: ${resultWords(second, t)}`,
    ...differenceLines(service, t).map((line) => `      - ${line}`),
  ]
}

function comparisonJson({ network, account, services }: ReportComparison, first: Report, second: Report) {
  const head = ({ address, tested, verdict, madeBy }: Report) => ({ address, tested, verdict, madeBy })
  return {
    schema: 1,
    first: head(first),
    second: head(second),
    network,
    account,
    services: services.map(({ protocol, change, first: before, second: now, fields, server }) => ({
      protocol,
      change,
      first: before === null ? null : { verdict: before.verdict, code: before.code },
      second: now === null ? null : { verdict: now.verdict, code: now.code },
      fields,
      server,
    })),
  }
}
