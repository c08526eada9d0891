import type { Translator } from '#shared/i18n/translator.ts'
import type { AppDescription } from '#shared/contract/contract.ts'
import { download } from '#renderer/wizard/views/download.ts'
import { REPORT_ENDING } from '#shared/contract/opened-file.ts'
import { assertNever } from '#shared/outcome.ts'
import type { Report, ReportMaker } from '#shared/report/report.ts'

export const REPORT_FORMATS = ['html', 'md', 'json'] as const

export type ReportFormat = (typeof REPORT_FORMATS)[number]

const TYPES: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  json: 'application/json',
}

/** This page, as a report names what made it. */
export function makerOf({ version, capabilities }: AppDescription): ReportMaker {
  // What stands in brackets is the system; the rest are names of browsers that it is not.
  const [, system = ''] = /\(([^()]*)\)/.exec(navigator.userAgent) ?? []
  return { version, host: capabilities.host, system: system.slice(0, 300) }
}

/** A report in one of its forms; what writes it is fetched when it is wanted. */
export async function reportContent(
  report: Report,
  format: ReportFormat,
  translator: Translator,
): Promise<string> {
  switch (format) {
    case 'html':
      return (await import('#shared/report/report-html.ts')).reportHtml(report, translator)
    case 'md':
      return (await import('#shared/report/report-markdown.ts')).reportMarkdown(report, translator.t)
    case 'json':
      return (await import('#shared/report/report-json.ts')).reportJson(report, 2)
    default:
      return assertNever(format)
  }
}

/** Hands the report to the browser, which saves it where its user has files saved. */
export async function saveReportFile(
  report: Report,
  format: ReportFormat,
  translator: Translator,
): Promise<void> {
  const content = await reportContent(report, format, translator)
  download(fileName(report, format), content, TYPES[format])
}

/** No letter of an address that means something in the name of a file. */
function fileName({ address, tested }: Report, format: ReportFormat): string {
  const name = address.replace(/[^\w.@-]+/g, '-').slice(0, 80)
  return `mailwright-${name}-${tested.slice(0, 10)}.${format === 'json' ? REPORT_ENDING : format}`
}
