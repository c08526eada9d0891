import { renderUnicodeCompact } from 'uqr'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { androidCarries, androidJson, androidLimits } from '#shared/exporters/formats/android-payload.ts'

/** The same for the window of a terminal: half blocks, drawn for light letters on a dark ground. */
export const androidQrText: ExportFormat = {
  name: 'android-qr-text',
  program: 'Thunderbird for Android, K-9 Mail',
  fileName: 'thunderbird-android.txt',
  limits: androidLimits,
  carries: androidCarries,
  write: (setup) => `${renderUnicodeCompact(androidJson(setup), { border: 2, ecc: 'L' })}\n`,
}
