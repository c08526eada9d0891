import { ok, type Outcome } from '#shared/outcome.ts'
import { parseIni } from '#shared/programs/ini.ts'
import {
  addressIn,
  defaultPort,
  portFrom,
  readAccounts,
  type ProgramAccount,
  type ProgramEncryption,
  type ProgramService,
  type ReadAccounts,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { isNo, isYes } from '#shared/programs/readers/words.ts'

type Entries = ReadonlyMap<string, string>

/**
 * `accounts.conf` of GNOME Online Accounts, from which Evolution and Geary have their servers. Only accounts of IMAP and SMTP
 * name any; those of Google, Microsoft and others are arranged by GNOME itself, and nothing in them can be set wrongly.
 */
export function readGnomeAccounts(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const sections = parseIni(text).filter(
    ({ name, entries }) =>
      name.startsWith('Account ') &&
      entries.get('Provider') === 'imap_smtp' &&
      !isNo(entries.get('MailEnabled') ?? entries.get('Enabled')),
  )
  return ok(readAccounts(sections.map(({ name, entries }) => accountOf(name, entries))))
}

function accountOf(section: string, entries: Entries): ProgramAccount {
  return {
    name: entries.get('PresentationIdentity') ?? section,
    address: addressIn(entries.get('EmailAddress') ?? entries.get('Identity')),
    services: (['imap', 'smtp'] as const).flatMap((protocol) => serviceOf(protocol, entries) ?? []),
  }
}

function serviceOf(protocol: 'imap' | 'smtp', entries: Entries): ProgramService | null {
  const of = (name: string) => entries.get(`${protocol === 'imap' ? 'Imap' : 'Smtp'}${name}`)
  // A port that is not the usual one stands behind the host.
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(of('Host') ?? '') ?? []
  if (host === '') return null
  const encryption: ProgramEncryption = isYes(of('UseSsl'))
    ? 'tls'
    : isYes(of('UseTls'))
      ? 'starttls'
      : 'none'
  const signsIn = protocol === 'imap' || isYes(of('UseAuth'))
  return {
    protocol,
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port: portFrom(port, defaultPort(protocol, encryption)),
    encryption,
    userName: signsIn ? (of('UserName') ?? null) : null,
    method: signsIn ? 'password' : 'none',
    certificate: isYes(of('AcceptSslErrors')) && encryption !== 'none' ? 'unchecked' : 'checked',
  }
}
