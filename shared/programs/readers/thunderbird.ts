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
  return ok(readAccounts(thunderbirdKeys(settings).map((keys) => accountOf(settings, keys))))
}

/** What begins the names of the settings of one account. */
export interface ThunderbirdKeys {
  readonly account: string
  readonly protocol: 'imap' | 'pop3'
  /** `mail.server.server1`. */
  readonly server: string
  readonly identity: string
  /** `null` where it sends by none. */
  readonly smtp: string | null
}

/** Of every account that fetches mail, in the order of the program. */
export function thunderbirdKeys(settings: Settings): readonly ThunderbirdKeys[] {
  const accounts = new Set(listIn(settings, 'mail.accountmanager.accounts'))
  return [...accounts].flatMap((account): readonly ThunderbirdKeys[] => {
    const server = `mail.server.${textOf(settings, `mail.account.${account}.server`) ?? ''}`
    const protocol = textOf(settings, `${server}.type`)
    if (protocol !== 'imap' && protocol !== 'pop3') return []
    const [identity = ''] = listIn(settings, `mail.account.${account}.identities`)
    const name =
      textOf(settings, `mail.identity.${identity}.smtpServer`) ?? textOf(settings, 'mail.smtp.defaultserver')
    const smtp = name === null || identity === '' ? null : `mail.smtpserver.${name}`
    return [{ account, protocol, server, identity: `mail.identity.${identity}`, smtp }]
  })
}

function accountOf(settings: Settings, keys: ThunderbirdKeys): ProgramAccount {
  const { account, protocol, server, identity, smtp } = keys
  const outgoing = smtp === null ? null : outgoingOf(settings, smtp)
  return {
    name: textOf(settings, `${server}.name`) ?? account,
    address: textOf(settings, `${identity}.useremail`),
    services: [incomingOf(settings, protocol, server), ...(outgoing === null ? [] : [outgoing])],
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
