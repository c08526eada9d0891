import { renderSVG } from 'uqr'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { androidCarries, androidJson, androidLimits } from '#shared/exporters/formats/android-payload.ts'

/** Light modules around the code that a scanner needs (ISO/IEC 18004). */
const QUIET_ZONE = 4

/** The same as a picture to scan. */
export const androidQr: ExportFormat = {
  name: 'android-qr',
  program: 'Thunderbird for Android, K-9 Mail',
  fileName: 'thunderbird-android.svg',
  limits: androidLimits,
  carries: androidCarries,
  write: (setup) => `${renderSVG(androidJson(setup), { border: QUIET_ZONE, ecc: 'L' })}\n`,
}
