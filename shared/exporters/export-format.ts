import type { ExportFormatName } from '#shared/domain/program-names.ts'
import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { ExportLimit } from '#shared/exporters/limits.ts'

/** A text that the user or the provider has chosen, and that goes into the file. */
export const EXPORTED_VALUES = ['address', 'user-name', 'document-path'] as const

export type ExportedValue = (typeof EXPORTED_VALUES)[number]

/** What an exporter needs besides the setup. It has no clock, no chance and no language of its own. */
export interface ExportExtras {
  /** For the user, as comments where the format has them: lines of our own words. */
  readonly notes: readonly string[]
  /** A fresh UUID, in capitals. */
  readonly uuid: () => string
  /** Where a second file will lie that this one names, or `null`. */
  readonly documentPath: string | null
}

/** One format. A new one is a file in `formats/`, its name in `EXPORT_FORMAT_NAMES` and a line in `FORMATS`. */
export interface ExportFormat {
  readonly name: ExportFormatName
  /** The program that reads it, under its own name. */
  readonly program: string
  /** Where that program looks for it, or how the file has to end. */
  readonly fileName: string
  /** `names-document`: it is about a second file, and has to say where that one lies. */
  readonly kind?: 'names-document'
  /** What it cannot carry of this setup. Known before anything is made. */
  readonly limits: (setup: FinishedSetup) => readonly ExportLimit[]
  /**
   * SECURITY: whether the value stands for itself in this format, once `write` has quoted it: it ends no line, opens no
   * comment, is replaced by nothing and runs as no command. What does not is refused, never mended.
   */
  readonly carries: (value: string, kind: ExportedValue) => boolean
  /** @param setup one that no limit blocks, and every value of which is carried */
  readonly write: (setup: FinishedSetup, extras: ExportExtras) => string
}
