/** The ending of a report that programs read: the one that opens in Mailwright with a double click. */
export const REPORT_ENDING = 'mailwright-report'

/** A report that the user opened with Mailwright outside of it. The page chooses neither its place nor its name. */
export interface OpenedFile {
  readonly name: string
  /** `null`: it could not be read, or is too big to be a report. */
  readonly text: string | null
}
