import type { Translate } from '#shared/i18n/translator.ts'
import { fail, type Outcome } from '#shared/outcome.ts'
import { MAX_REPORT, readReport } from '#shared/report/read-report.ts'
import type { Report } from '#shared/report/report.ts'
import type { UnreadReport } from '#renderer/wizard/machine/state.ts'

/** Reads a report in the page; the size of the file is looked at before its content. */
export async function readReportFile(file: File, t: Translate): Promise<Outcome<Report, UnreadReport>> {
  if (file.size > MAX_REPORT) return fail('too-big')
  try {
    return readReport(await file.text(), t)
  } catch {
    return fail('unreadable')
  }
}
