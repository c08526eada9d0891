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

/** Has the browser save it in its own way: its folder, its question about a file that is there already. */
export function download(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
