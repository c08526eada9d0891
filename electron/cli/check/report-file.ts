import type { ArrivalReport } from '#shared/arrival/report.ts'
import type { MechanismReport } from '#shared/finding/mechanism-report.ts'
import type { CheckResult } from '#shared/finding/check-result.ts'
import { arrivalReportLines } from '#shared/report/arrival-report.ts'
import { checkReport } from '#shared/report/check-report.ts'
import { problemOfPlace, writeNewFile } from '#engine/files/new-file.ts'
import { translated } from '#shared/i18n/untranslated-text.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { placeProblemText } from '#cli/place-problem.ts'
import { checkJson } from '#cli/output/check-json.ts'
import { inertJson, inertLine, inertText } from '#cli/output/inert.ts'
import { print, say } from '#cli/terminal.ts'
import { VERSION } from '#cli/version.ts'

/** A check, and what came of its message. */
export interface CheckedAndSent {
  readonly result: CheckResult
  readonly arrival: ArrivalReport | null
  readonly mechanisms: MechanismReport | null
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

/** Writes the report: JSON for a name that ends so, Markdown otherwise. Says what came of it. */
export async function writeReport(
  file: string,
  checked: CheckedAndSent,
  { terminal, translator: { t } }: Invocation,
): Promise<'written' | 'failed'> {
  const { result, arrival } = checked
  const content = file.toLowerCase().endsWith('.json')
    ? `${inertJson(withTranscripts(checked, t), 2)}\n`
    : inertText(
        [
          checkReport(result, { version: VERSION, made: new Date() }, t),
          ...arrivalReportLines(arrival, t),
        ].join('\n'),
      )
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

function withTranscripts({ result, ...beside }: CheckedAndSent, t: Invocation['translator']['t']) {
  const json = checkJson(result, t, beside)
  const transcripts = result.endpoints.map(({ evidence }) => evidence.transcript)
  return {
    ...json,
    endpoints: json.endpoints.map((endpoint, index) => ({ ...endpoint, transcript: transcripts[index] })),
  }
}
