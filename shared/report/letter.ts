import { utcMoment } from '#shared/text/utc.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { FindingFacts } from '#shared/finding/finding.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** A message that is ready to be sent by the user, to a provider, an administrator or a recipient. */
export interface Letter {
  readonly subject: string
  readonly body: string
}

/** As it is printed or copied: a form for support has a field for the subject. */
export function letterText({ subject, body }: Letter, t: Translate): string {
  return `${t('letter.subject')}: ${subject}\n\n${body}`
}

/** Windows hands a program no longer address than 2,083 characters (INTERNET_MAX_URL_LENGTH). */
const LONGEST_LINK = 2_000
const LONGEST_SUBJECT = 120
/** Ends a line or is no character at all; a header is one line. */
const NOT_IN_A_HEADER = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu

/**
 * The address that opens the message in a mail program, without a recipient (RFC 6068). A long one ends after a whole
 * line, and says so.
 * SECURITY: the words of a server are in it. Percent-encoded as a whole they can name no other header, no recipient and
 * no attachment.
 */
export function mailLink({ subject, body }: Letter, t: Translate): string {
  const head = `mailto:?subject=${encoded(subject.replaceAll(NOT_IN_A_HEADER, ' ').slice(0, LONGEST_SUBJECT))}&body=`
  const whole = head + encoded(body)
  if (whole.length <= LONGEST_LINK) return whole
  const end = encoded(`\n${t('letter.cut')}`)
  let link = head
  for (const line of body.split('\n')) {
    const longer = link + encoded(`${line}\n`)
    if (longer.length + end.length > LONGEST_LINK) break
    link = longer
  }
  return link + end
}

/** RFC 6068 section 5: line breaks are CRLF; half a surrogate pair is no character and cannot be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed().replaceAll('\n', '\r\n'))
}

/** What happened speaks to the user elsewhere; for these the title names the user in the third person. */
const TITLES = {
  AUTH_CONDITIONAL_ACCESS: 'letter.title.AUTH_CONDITIONAL_ACCESS',
  AUTH_REQUIRED: 'letter.title.AUTH_REQUIRED',
  AUTH_SECURITY_DEFAULTS: 'letter.title.AUTH_SECURITY_DEFAULTS',
  AUTH_SMTP_DISABLED_TENANT: 'letter.title.AUTH_SMTP_DISABLED_TENANT',
  AUTH_UNVERIFIED: 'letter.title.AUTH_UNVERIFIED',
  AUTH_WEB_LOGIN: 'letter.title.AUTH_WEB_LOGIN',
  OAUTH_AGAIN: 'letter.title.OAUTH_AGAIN',
  OAUTH_BLOCKED: 'letter.title.OAUTH_BLOCKED',
  OAUTH_CONSENT: 'letter.title.OAUTH_CONSENT',
  SERVER_REJECTED: 'letter.title.SERVER_REJECTED',
} as const

/**
 * What happened, for a reader who is not the user.
 * @param usual as the user reads it
 */
export function letterTitle(code: Code, facts: FindingFacts, usual: string, t: Translate): string {
  const key = Object.entries(TITLES).find(([known]) => known === code)?.[1]
  return key === undefined ? usual : t(key, { host: 'none', server: '', ...facts })
}

/** The same moment for every reader, as it stands in the log of a server. */
export function utcTime(iso: string): string {
  return `${utcMoment(iso)} UTC`
}
