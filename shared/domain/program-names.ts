/** Programs of the terminal and kinds of code: the format is called as the program is. */
const NAMED_BY_THEIR_FORMAT = [
  'msmtp',
  'mbsync',
  'offlineimap',
  'neomutt',
  'aerc',
  'himalaya',
  'getmail',
  'fetchmail',
  'email-oauth2-proxy',
  'env',
  'nodemailer',
  'imapflow',
  'json',
] as const

/** The formats a setup can be exported in, by the names that `--format` takes. Stable. */
export const EXPORT_FORMAT_NAMES = [
  'mobileconfig',
  'thunderbird-autoconfig',
  'android-qr',
  'android-qr-text',
  'android-payload',
  'fairemail',
  'outlook-prf',
  'outlook-autodiscover',
  'outlook-registry',
  ...NAMED_BY_THEIR_FORMAT,
] as const

export type ExportFormatName = (typeof EXPORT_FORMAT_NAMES)[number]

/** The programs without an import file, by the names that `--client` takes. Stable. */
export const GUIDE_NAMES = [
  'outlook-new',
  'outlook-classic',
  'outlook-mac',
  'outlook-mobile',
  'apple-mail',
  'iphone-mail',
  'gmail-app',
  'samsung-email',
  'thunderbird',
  'windows-mail',
] as const

export type GuideName = (typeof GUIDE_NAMES)[number]

/** The programs that a setup is handed to, by the names the page and its state know them by. */
export const HANDOVER_PROGRAM_IDS = [
  'thunderbird',
  'betterbird',
  'outlook-new',
  'outlook-classic',
  'outlook-mac',
  'apple-mail',
  'evolution',
  'kmail',
  'claws-mail',
  'geary',
  'windows-mail',
  'iphone-mail',
  'thunderbird-android',
  'fairemail',
  'gmail-app',
  'samsung-email',
  'outlook-mobile',
  ...NAMED_BY_THEIR_FORMAT,
] as const

export type HandoverProgramId = (typeof HANDOVER_PROGRAM_IDS)[number]
