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
import { signInBy } from '#shared/programs/readers/mechanism-method.ts'
import { isYes } from '#shared/programs/readers/words.ts'

type Entries = ReadonlyMap<string, string>

/** SSLType of Claws Mail. */
const ENCRYPTIONS: Readonly<Record<string, ProgramEncryption>> = { 0: 'none', 1: 'tls', 2: 'starttls' }
/** RecvProtocol; every other one is news, local mail, or sending alone. It lost two ways to fetch POP3 in version 1. */
const PROTOCOLS: Readonly<Record<string, 'pop3' | 'imap'>> = { 0: 'pop3', 1: 'imap' }
const PROTOCOLS_OF_VERSION_0: Readonly<Record<string, 'pop3' | 'imap'>> = { 0: 'pop3', 1: 'pop3', 3: 'imap' }
/** SMTPAuthType, a bit for each mechanism; 0 lets the server choose. */
const MECHANISMS: Readonly<Record<string, string>> = {
  0: '',
  1: 'LOGIN',
  2: 'CRAM-MD5',
  4: 'DIGEST-MD5',
  16: 'PLAIN',
}

/** The accounts of `accountrc`. */
export function readClawsMail(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const sections = parseIni(text).filter(({ name }) => name.startsWith('Account:'))
  return ok(readAccounts(sections.map(({ name, entries }) => accountOf(name, entries))))
}

function accountOf(section: string, entries: Entries): ProgramAccount {
  return {
    name: entries.get('account_name') ?? section,
    address: addressIn(entries.get('address')),
    services: [incomingOf(entries), outgoingOf(entries)].filter((service) => service !== null),
  }
}

function incomingOf(entries: Entries): ProgramService | null {
  const protocols = Number(entries.get('config_version') ?? 0) >= 1 ? PROTOCOLS : PROTOCOLS_OF_VERSION_0
  const protocol = protocols[entries.get('protocol') ?? '']
  const host = entries.get('receive_server') ?? ''
  if (protocol === undefined || host === '') return null
  const short = protocol === 'imap' ? 'imap' : 'pop'
  const encryption = ENCRYPTIONS[entries.get(`ssl_${short}`) ?? '0'] ?? 'none'
  return {
    protocol,
    host,
    port: ownPort(entries, `${short}port`, `${short}_port`, defaultPort(protocol, encryption)),
    encryption,
    userName: entries.get('user_id') ?? null,
    method: protocol === 'pop3' && isYes(entries.get('use_apop_auth')) ? 'challenge' : 'any',
    certificate: 'checked',
  }
}

function outgoingOf(entries: Entries): ProgramService | null {
  const host = entries.get('smtp_server') ?? ''
  if (host === '') return null
  const encryption = ENCRYPTIONS[entries.get('ssl_smtp') ?? '0'] ?? 'none'
  const signsIn = isYes(entries.get('use_smtp_auth'))
  // Where it has none of its own it is that of the incoming server.
  const own = entries.get('smtp_user_id') ?? ''
  return {
    protocol: 'smtp',
    host,
    port: ownPort(entries, 'smtpport', 'smtp_port', encryption === 'tls' ? 465 : 25),
    encryption,
    userName: signsIn ? (own === '' ? (entries.get('user_id') ?? null) : own) : null,
    ...(signsIn ? signInBy(MECHANISMS[entries.get('smtp_auth_method') ?? '0'] ?? '') : { method: 'none' }),
    certificate: 'checked',
  }
}

/** A port of its own counts only where the box beside it is ticked. */
function ownPort(entries: Entries, box: string, name: string, otherwise: number): number {
  return isYes(entries.get(`set_${box}`)) ? portFrom(entries.get(name), otherwise) : otherwise
}
