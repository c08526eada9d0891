import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { mobileconfig } from '#shared/exporters/formats/mobileconfig.ts'
import { thunderbirdAutoconfig } from '#shared/exporters/formats/thunderbird-autoconfig.ts'
import { androidQr } from '#shared/exporters/formats/android-qr.ts'
import { androidQrText } from '#shared/exporters/formats/android-qr-text.ts'
import { androidPayload } from '#shared/exporters/formats/android-payload.ts'
import { fairemail } from '#shared/exporters/formats/fairemail.ts'
import { outlookPrf } from '#shared/exporters/formats/outlook-prf.ts'
import { outlookAutodiscover } from '#shared/exporters/formats/outlook-autodiscover.ts'
import { outlookRegistry } from '#shared/exporters/formats/outlook-registry.ts'
import { msmtp } from '#shared/exporters/formats/msmtp.ts'
import { mbsync } from '#shared/exporters/formats/mbsync.ts'
import { offlineimap } from '#shared/exporters/formats/offlineimap.ts'
import { neomutt } from '#shared/exporters/formats/neomutt.ts'
import { aerc } from '#shared/exporters/formats/aerc.ts'
import { himalaya } from '#shared/exporters/formats/himalaya.ts'
import { getmail } from '#shared/exporters/formats/getmail.ts'
import { fetchmail } from '#shared/exporters/formats/fetchmail.ts'
import { emailOauth2Proxy } from '#shared/exporters/formats/email-oauth2-proxy.ts'
import { env } from '#shared/exporters/formats/env.ts'
import { nodemailer } from '#shared/exporters/formats/nodemailer.ts'
import { imapflow } from '#shared/exporters/formats/imapflow.ts'
import { json } from '#shared/exporters/formats/json.ts'

/** Every format, the programs that most people have first. */
export const FORMATS: readonly ExportFormat[] = [
  mobileconfig,
  thunderbirdAutoconfig,
  androidQr,
  androidQrText,
  androidPayload,
  fairemail,
  outlookPrf,
  outlookAutodiscover,
  outlookRegistry,
  msmtp,
  mbsync,
  offlineimap,
  neomutt,
  aerc,
  himalaya,
  getmail,
  fetchmail,
  emailOauth2Proxy,
  env,
  nodemailer,
  imapflow,
  json,
]

export function formatNamed(name: string): ExportFormat | null {
  return FORMATS.find((format) => format.name === name) ?? null
}
