import type { ArrivalReport } from '#shared/arrival/report.ts'
import type { CheckResult } from '#shared/domain/check-result.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { arrivalReportLines } from '#shared/report/arrival-report.ts'
import { checkReport } from '#shared/report/check-report.ts'
import { isTaken, writeNewFile, type NewFileProblem } from '#engine/files/new-file.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { checkJson } from '#cli/output/check-json.ts'
import { say } from '#cli/terminal.ts'
import { VERSION } from '#cli/version.ts'

/** A check, and what came of its message. */
export interface CheckedAndSent {
  readonly result: CheckResult
  readonly arrival: ArrivalReport | null
}

/** Where the report goes, or `null`. A name that is taken is refused before the check, not after it. */
export async function readReportFile({ values, translator }: Invocation): Promise<string | null> {
  const file = values['report']
  if (typeof file !== 'string') return null
  if (await isTaken(file)) throw new UsageError(problemText(file, 'FILE_EXISTS', translator.t))
  return file
}

/** Writes the report: JSON for a name that ends so, Markdown otherwise. Says what came of it. */
export async function writeReport(
  file: string,
  { result, arrival }: CheckedAndSent,
  { terminal, translator: { t } }: Invocation,
): Promise<'written' | 'failed'> {
  const content = file.toLowerCase().endsWith('.json')
    ? `${JSON.stringify(withTranscripts(result, arrival, t), null, 2)}\n`
    : [
        checkReport(result, { version: VERSION, made: new Date() }, t),
        ...arrivalReportLines(arrival, t),
      ].join('\n')
  const written = await writeNewFile(file, content)
  say(terminal, written.ok ? t('cli.report-written', { file }) : problemText(file, written.error, t))
  return written.ok ? 'written' : 'failed'
}

function withTranscripts(
  result: CheckResult,
  arrival: ArrivalReport | null,
  t: Invocation['translator']['t'],
) {
  const json = checkJson(result, t, arrival)
  const transcripts = result.endpoints.map(({ evidence }) => evidence.transcript)
  return {
    ...json,
    endpoints: json.endpoints.map((endpoint, index) => ({ ...endpoint, transcript: transcripts[index] })),
  }
}

function problemText(file: string, code: NewFileProblem, t: Invocation['translator']['t']): string {
  const { title, explanation } = codeWords(code, t)
  return `${file}: ${title}. ${explanation} [${code}]`
}
