import type { ArrivalReport } from '#shared/arrival/report.ts'
import type { MechanismReport } from '#shared/finding/mechanism-report.ts'
import type { CheckResult } from '#shared/finding/check-result.ts'
import { reportHtml } from '#shared/report/report-html.ts'
import { reportJson } from '#shared/report/report-json.ts'
import { reportMarkdown } from '#shared/report/report-markdown.ts'
import { buildReport, type Report } from '#shared/report/report.ts'
import { problemOfPlace, writeNewFile } from '#engine/files/new-file.ts'
import { translated } from '#shared/i18n/untranslated-text.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { placeProblemText } from '#cli/place-problem.ts'
import { inertLine, inertText } from '#cli/output/inert.ts'
import { print, say } from '#cli/terminal.ts'
import { VERSION } from '#cli/version.ts'

/** A check, and what came of its message. */
export interface CheckedAndSent {
  readonly result: CheckResult
  readonly arrival: ArrivalReport | null
  readonly mechanisms: MechanismReport | null
  /** When the account was last proved, `null` where it is not a saved one. */
  readonly lastProved: string | null
}

/** In place of a file: the report is printed, and everything else goes to standard error. */
const STANDARD_OUTPUT = '-'

/** Where the report goes, or `null`. What can be seen to be no place for it is refused before the check, not after it. */
export async function readReportFile({ values, json }: Invocation): Promise<string | null> {
  const file = values['report']
  if (typeof file !== 'string') return null
  if (file === STANDARD_OUTPUT) {
    if (json) throw new UsageError('cli.usage.report-json')
    return file
  }
  const problem = await problemOfPlace(file)
  if (problem !== null) {
    const { key, values } = placeProblemText('--report', file, problem)
    throw new UsageError(key, values)
  }
  return file
}

/** Where results are printed while the report has standard output to itself. */
export function besideReport(file: string | null, invocation: Invocation): Invocation {
  const { terminal } = invocation
  return file === STANDARD_OUTPUT
    ? { ...invocation, terminal: { ...terminal, results: terminal.progress } }
    : invocation
}

/** Writes the report in the form that the end of its name says. Says what came of it. */
export async function writeReport(
  file: string,
  checked: CheckedAndSent,
  { terminal, translator }: Invocation,
): Promise<'written' | 'failed'> {
  const { t } = translator
  const content = contentFor(file, reportOf(checked), translator)
  if (file === STANDARD_OUTPUT) {
    print(terminal, content.trimEnd())
    return 'written'
  }
  const written = await writeNewFile(file, content)
  say(
    terminal,
    written.ok
      ? t('cli.report-written', { file: inertLine(file) })
      : translated(placeProblemText('--report', file, written.error), t),
  )
  return written.ok ? 'written' : 'failed'
}

function reportOf({ result, ...beside }: CheckedAndSent): Report {
  const { platform, arch, version } = process
  const system = `${platform} ${arch}, Node.js ${version}`
  return buildReport({
    ...result,
    ...beside,
    madeBy: { version: VERSION, host: 'terminal', system },
    made: new Date(),
  })
}

/** Markdown for any other name, as for standard output. */
function contentFor(file: string, report: Report, translator: Translator): string {
  const name = file.toLowerCase()
  if (name.endsWith('.json')) return `${reportJson(report, 2)}\n`
  if (/\.html?$/.test(name)) return reportHtml(report, translator)
  return inertText(reportMarkdown(report, translator.t))
}
