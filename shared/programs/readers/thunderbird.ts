import { fail, ok, type Outcome } from '#shared/outcome.ts'
import {
  defaultPort,
  readAccounts,
  type ProgramAccount,
  type ProgramEncryption,
  type ProgramMethod,
  type ProgramService,
  type ReadAccounts,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { listIn, type Settings } from '#shared/programs/thunderbird/free-keys.ts'
import { readPrefs, settingsOf } from '#shared/programs/thunderbird/prefs.ts'

/** nsMsgSocketType: 1 was "TLS, if available". */
const ENCRYPTIONS: Readonly<Record<string, ProgramEncryption>> = {
  0: 'none',
  1: 'if-offered',
  2: 'starttls',
  3: 'tls',
}

/** nsMsgAuthMethod. */
const METHODS: Readonly<Record<string, ProgramMethod>> = {
  1: 'none',
  3: 'password',
  4: 'challenge',
  5: 'kerberos',
  6: 'spa',
  7: 'certificate',
  8: 'challenge',
  9: 'any',
  10: 'oauth',
}

/** The accounts of `prefs.js` that fetch or send mail. */
export function readThunderbird(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const prefs = readPrefs(text)
  if (!prefs.ok) return fail('damaged')
  const settings = settingsOf(prefs.value)
  const keys = listIn(settings, 'mail.accountmanager.accounts')
  return ok(readAccounts([...new Set(keys)].flatMap((key) => accountOf(settings, key) ?? [])))
}

function accountOf(settings: Settings, key: string): ProgramAccount | null {
  const server = textOf(settings, `mail.account.${key}.server`)
  const type = textOf(settings, `mail.server.${server}.type`)
  if (server === null || (type !== 'imap' && type !== 'pop3')) return null
  const [identity = ''] = listIn(settings, `mail.account.${key}.identities`)
  const smtp =
    textOf(settings, `mail.identity.${identity}.smtpServer`) ?? textOf(settings, 'mail.smtp.defaultserver')
  const outgoing = smtp === null || identity === '' ? null : outgoingOf(settings, `mail.smtpserver.${smtp}`)
  return {
    name: textOf(settings, `mail.server.${server}.name`) ?? key,
    address: textOf(settings, `mail.identity.${identity}.useremail`),
    services: [incomingOf(settings, type, `mail.server.${server}`), ...(outgoing === null ? [] : [outgoing])],
  }
}

/** Older versions kept a host and a user name that were changed later under names of their own. */
function incomingOf(settings: Settings, protocol: 'imap' | 'pop3', prefix: string): ProgramService {
  const encryption = ENCRYPTIONS[textOf(settings, `${prefix}.socketType`) ?? '0'] ?? 'none'
  return {
    protocol,
    host: textOf(settings, `${prefix}.realhostname`) ?? textOf(settings, `${prefix}.hostname`) ?? '',
    port: portOf(settings, `${prefix}.port`, defaultPort(protocol, encryption)),
    encryption,
    userName: textOf(settings, `${prefix}.realuserName`) ?? textOf(settings, `${prefix}.userName`),
    ...signInOf(settings, prefix, protocol),
    certificate: 'checked',
  }
}

function outgoingOf(settings: Settings, prefix: string): ProgramService | null {
  const host = textOf(settings, `${prefix}.hostname`)
  if (host === null) return null
  const encryption = ENCRYPTIONS[textOf(settings, `${prefix}.try_ssl`) ?? '0'] ?? 'none'
  return {
    protocol: 'smtp',
    host,
    port: portOf(settings, `${prefix}.port`, defaultPort('smtp', encryption)),
    encryption,
    userName: textOf(settings, `${prefix}.username`),
    ...signInOf(settings, prefix, 'smtp'),
    certificate: 'checked',
  }
}

/** What it calls an encrypted password is CRAM-MD5, and at POP3 APOP where there is nothing else. */
function signInOf(
  settings: Settings,
  prefix: string,
  protocol: ProgramService['protocol'],
): Pick<ProgramService, 'method' | 'mechanism'> {
  const number = textOf(settings, `${prefix}.authMethod`) ?? '3'
  const method = METHODS[number] ?? 'any'
  return number === '4' && protocol !== 'pop3' ? { method, mechanism: 'CRAM-MD5' } : { method }
}

function textOf(settings: Settings, name: string): string | null {
  const value = settings.get(name)
  return value === undefined || value === '' ? null : String(value)
}

/** 0 and below stand for the default. */
function portOf(settings: Settings, name: string, otherwise: number): number {
  const value = settings.get(name)
  if (typeof value !== 'number' || value <= 0) return otherwise
  return value <= 65_535 ? value : 0
}
