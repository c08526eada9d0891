import { ok, type Outcome } from '#shared/outcome.ts'
import { parseIni, type IniSection } from '#shared/programs/ini.ts'
import {
  addressIn,
  defaultPort,
  portFrom,
  readAccounts,
  type ProgramAccount,
  type ProgramEncryption,
  type ProgramService,
  type ReadAccounts,
  type SettingsFile,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { signInBy } from '#shared/programs/readers/mechanism-method.ts'
import { isNo, isYes } from '#shared/programs/readers/words.ts'

type Entries = ReadonlyMap<string, string>

/** Transport::EnumAuthenticationType of KMailTransport, by its numbers. */
const AUTHENTICATION = [
  'LOGIN',
  'PLAIN',
  'CRAM-MD5',
  'DIGEST-MD5',
  'GSSAPI',
  'NTLM',
  'APOP',
  'CLEAR',
  'ANONYMOUS',
  'XOAUTH2',
]

/**
 * The files of KMail: a resource of Akonadi for each incoming server, `mailtransports` for sending, `emailidentities` for
 * the addresses. An identity belongs to the server with its address as the user name, or to the only one.
 */
export function readKMail(files: readonly SettingsFile[]): Outcome<ReadAccounts, SettingsProblem> {
  const sections = files.map(({ name, text }) => ({ name, sections: parseIni(text) }))
  const incoming = sections.flatMap((file) => incomingOf(file.name, file.sections) ?? [])
  const transports = sections.flatMap((file) =>
    file.name === 'mailtransports'
      ? file.sections.flatMap((section) => transportOf(section.entries) ?? [])
      : [],
  )
  const identities = sections.flatMap((file) =>
    file.name === 'emailidentities' ? file.sections.flatMap(({ entries }) => identityOf(entries) ?? []) : [],
  )
  const accounts = identities.map(({ address, transport }): ProgramAccount => {
    const own =
      incoming.find(({ userName }) => userName === address) ??
      (incoming.length === 1 ? incoming[0] : undefined)
    const sends =
      transports.find(({ id }) => id === transport) ?? (transports.length === 1 ? transports[0] : undefined)
    return {
      name: address,
      address,
      services: [own, sends?.service].filter((service) => service !== undefined),
    }
  })
  const taken = new Set(accounts.flatMap(({ services }) => services))
  const rest = [...incoming, ...transports.map(({ service }) => service)].filter(
    (service) => !taken.has(service),
  )
  return ok(
    readAccounts([
      ...accounts,
      ...rest.map((service) => ({
        name: service.userName ?? service.host,
        address: addressIn(service.userName ?? undefined),
        services: [service],
      })),
    ]),
  )
}

function identityOf(entries: Entries): { readonly address: string; readonly transport: string } | null {
  const address = addressIn(entries.get('Email Address'))
  return address === null ? null : { address, transport: entries.get('Transport') ?? '' }
}

function incomingOf(file: string, sections: readonly IniSection[]): ProgramService | null {
  const section = (name: string): Entries =>
    sections.find((one) => one.name.toLowerCase() === name)?.entries ?? new Map<string, string>()
  if (/^akonadi_imap_resource_\d+rc$/.test(file)) return imapOf(section('network'))
  return /^akonadi_pop3_resource_\d+rc$/.test(file) ? pop3Of(section('general')) : null
}

function imapOf(entries: Entries): ProgramService | null {
  const host = entries.get('ImapServer')
  if (host === undefined) return null
  const safety = (entries.get('Safety') ?? 'SSL').toUpperCase()
  const encryption = safety === 'SSL' ? 'tls' : safety === 'NONE' ? 'none' : 'starttls'
  return {
    protocol: 'imap',
    host,
    port: portFrom(entries.get('ImapPort'), defaultPort('imap', encryption)),
    encryption,
    userName: entries.get('UserName') ?? null,
    ...signInFrom(entries.get('Authentication') ?? 'CLEAR'),
    certificate: 'checked',
  }
}

function pop3Of(entries: Entries): ProgramService | null {
  const host = entries.get('host')
  if (host === undefined) return null
  const encryption = isYes(entries.get('useTLS')) ? 'starttls' : isNo(entries.get('useSSL')) ? 'none' : 'tls'
  return {
    protocol: 'pop3',
    host,
    port: portFrom(entries.get('port'), defaultPort('pop3', encryption)),
    encryption,
    userName: entries.get('login') ?? null,
    ...signInFrom(entries.get('authenticationMethod') ?? 'CLEAR'),
    certificate: 'checked',
  }
}

/** What is `TLS` there is STARTTLS. */
const TRANSPORT_ENCRYPTIONS: Readonly<Record<string, ProgramEncryption>> = {
  none: 'none',
  ssl: 'tls',
  tls: 'starttls',
  0: 'none',
  1: 'tls',
  2: 'starttls',
}

function transportOf(entries: Entries): { readonly id: string; readonly service: ProgramService } | null {
  const host = entries.get('host')
  if (host === undefined) return null
  const encryption = TRANSPORT_ENCRYPTIONS[(entries.get('encryption') ?? 'none').toLowerCase()] ?? 'none'
  const signsIn = isYes(entries.get('auth'))
  const service: ProgramService = {
    protocol: 'smtp',
    host,
    port: portFrom(entries.get('port'), 25),
    encryption,
    userName: signsIn ? (entries.get('user') ?? null) : null,
    ...(signsIn ? signInFrom(entries.get('authtype') ?? 'PLAIN') : { method: 'none' }),
    certificate: 'checked',
  }
  return { id: entries.get('id') ?? '', service }
}

function signInFrom(text: string) {
  return signInBy(/^\d{1,2}$/.test(text) ? (AUTHENTICATION[Number(text)] ?? '') : text)
}
