import { basename, dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { PdfRefusal, SavedExport } from '#shared/contract/saved-export.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { ChoosePlace, PrintPage } from '#engine/environment.ts'
import { replaceFile } from '#engine/files/new-file.ts'

const FILE_NAME = 'mail.pdf'

/** One page of text with its fonts has a hundredth of it. */
const MOST_OCTETS = 8 * 1_024 * 1_024

/** Printing has no end of its own where the printing process hangs. */
const PATIENCE_MS = 30_000

interface PdfHost {
  readonly printPage: PrintPage | null
  readonly choosePlace: ChoosePlace | null
}

/**
 * Prints the page the user sees and writes it where the user says in a dialog of the system.
 * SECURITY: a page decides on neither name nor place, and is printed before the dialog is there: nothing on it changes
 * while the user thinks. The dialog has asked about a file that is there already.
 * @param patienceMs how long printing may take
 */
export async function savePdf(
  { printPage, choosePlace }: PdfHost,
  patienceMs = PATIENCE_MS,
): Promise<Outcome<SavedExport, PdfRefusal>> {
  if (printPage === null || choosePlace === null) return fail({ kind: 'not-made' })
  const pdf = await Promise.race([printPage(), delay(patienceMs, null, { ref: false })])
  if (pdf === null || pdf.length > MOST_OCTETS) return fail({ kind: 'not-made' })
  const place = await choosePlace(FILE_NAME)
  if (place === null) return ok({ state: 'cancelled' })
  const written = await replaceFile(place, pdf)
  return written.ok
    ? ok({ state: 'saved', file: basename(place) })
    : fail({ kind: 'place', problem: written.error, folder: dirname(place) })
}
