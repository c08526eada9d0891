import { MAX_REPORT, readReport } from '#shared/report/read-report.ts'
import type { Report } from '#shared/report/report.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { readNamedFile } from '#cli/named-file.ts'
import { inertLine } from '#cli/output/inert.ts'
import { readStandardInput } from '#cli/standard-input.ts'

/**
 * A report that the user named, or standard input for `-`.
 * @throws UsageError that says why it is none
 */
export async function readReportFile(
  file: string,
  { terminal, translator: { t } }: Invocation,
): Promise<Report> {
  const octets =
    file === '-'
      ? await readStandardInput(terminal.input, MAX_REPORT)
      : await readNamedFile(file, { limit: MAX_REPORT, beyond: 'refuse' })
  const report = readReport(new TextDecoder().decode(octets), t)
  if (report.ok) return report.value
  const reason = { key: `report.problem.${report.error}` } as const
  throw new UsageError('cli.not-a-report', { file: inertLine(file), reason })
}
