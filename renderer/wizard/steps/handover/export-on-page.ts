import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { makeExport, type ExportProblem } from '#shared/exporters/make-export.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { Outcome } from '#shared/outcome.ts'

interface PageExtras {
  readonly documentPath: string | null
  readonly t: Translate
}

/** The content of a file or picture that the page makes by itself. It holds no secret: the page has none. */
export function exportOnPage(
  format: ExportFormat,
  setup: FinishedSetup,
  { documentPath, t }: PageExtras,
): Outcome<string, ExportProblem> {
  return makeExport(format, setup, {
    notes: [t('export.note')],
    uuid: () => crypto.randomUUID().toUpperCase(),
    documentPath,
  })
}
