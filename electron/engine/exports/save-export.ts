import { randomUUID } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { ExportRefusal, SavedExport } from '#shared/contract/saved-export.ts'
import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { ExportFormatName } from '#shared/domain/program-names.ts'
import { SETUP_GONE, type SetupGone } from '#shared/domain/setup-gone.ts'
import { formatNamed } from '#shared/exporters/formats.ts'
import { makeExport } from '#shared/exporters/make-export.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { ChoosePlace } from '#engine/environment.ts'
import { replaceFile } from '#engine/files/new-file.ts'

export interface SaveExportRequest {
  readonly format: ExportFormatName
  readonly documentPath: string | null
  readonly language: Language
}

/**
 * Makes the file of what the engine itself has proved, and writes it where the user says in a dialog of the system.
 * SECURITY: a page decides on neither content nor place. The dialog has asked about a file that is there already.
 * @param finished what is proved, `null` for a setup that is gone
 * @param choosePlace `null` where the host has no such dialog: its page saves by itself
 */
export async function saveExport(
  finished: FinishedSetup | null,
  { format: name, documentPath, language }: SaveExportRequest,
  choosePlace: ChoosePlace | null,
): Promise<Outcome<SavedExport, ExportRefusal> | SetupGone> {
  if (finished === null) return SETUP_GONE
  const format = formatNamed(name)
  if (format === null || finished.services.length === 0) return fail({ kind: 'code', code: 'CFG_CONFIRM' })
  const made = makeExport(format, finished, {
    notes: [createTranslator(language).t('export.note')],
    uuid: () => randomUUID().toUpperCase(),
    documentPath,
  })
  if (!made.ok) return fail({ kind: 'code', code: made.error.code })
  if (choosePlace === null) return fail({ kind: 'code', code: 'FILE_DENIED' })
  const place = await choosePlace(format.fileName)
  if (place === null) return ok({ state: 'cancelled' })
  const written = await replaceFile(place, made.value)
  return written.ok
    ? ok({ state: 'saved', file: basename(place) })
    : fail({ kind: 'place', problem: written.error, folder: dirname(place) })
}
