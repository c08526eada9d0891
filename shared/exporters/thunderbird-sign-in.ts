import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import { blocks, when, type ExportLimit } from '#shared/exporters/limits.ts'

/**
 * The servers at which Thunderbird signs in without a password: those in its own list, with everything below these
 * names (OAuth2Providers of version 153). What a file says of an issuer is not asked.
 */
export const THUNDERBIRD_SIGN_IN_HOSTS: readonly string[] = [
  'googlemail.com',
  'gmail.com',
  'imap.mail.ru',
  'smtp.mail.ru',
  'imap.yandex.com',
  'smtp.yandex.com',
  'yahoo.com',
  'att.net',
  'aol.com',
  'office365.com',
  'outlook.com',
  'hotmail.com',
  'imap.fastmail.com',
  'pop.fastmail.com',
  'smtp.fastmail.com',
  'imap.comcast.net',
  'pop.comcast.net',
  'smtp.comcast.net',
  'thundermail.com',
]

export function thunderbirdSignsInAt(host: string): boolean {
  return THUNDERBIRD_SIGN_IN_HOSTS.some((known) => host === known || host.endsWith(`.${known}`))
}

/** A server that is not in the list would be asked for a token that Thunderbird has no way to get. */
export function signsInElsewhere({ services }: FinishedSetup): readonly ExportLimit[] {
  return when(
    services.some(({ signIn, endpoint }) => signIn === 'token' && !thunderbirdSignsInAt(endpoint.host)),
    blocks('tokens-elsewhere', { format: 'email-oauth2-proxy' }),
  )
}
