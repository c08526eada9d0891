import { ok, type Outcome } from '#shared/outcome.ts'
import { parseIni } from '#shared/programs/ini.ts'
import {
  addressIn,
  defaultPort,
  portFrom,
  readAccounts,
  type ProgramAccount,
  type ProgramEncryption,
  type ProgramMethod,
  type ProgramService,
  type ReadAccounts,
  type SettingsFile,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { signInBy } from '#shared/programs/readers/mechanism-method.ts'

/** One `.source`: what a section of it says. */
type Source = (section: string, key: string) => string | undefined

/** CamelNetworkSecurityMethod. */
const ENCRYPTIONS: Readonly<Record<string, ProgramEncryption>> = {
  none: 'none',
  'ssl-on-alternate-port': 'tls',
  'starttls-on-standard-port': 'starttls',
}

/** The `.source` files of Evolution: an account names its identity, and that its way of sending. */
export function readEvolution(files: readonly SettingsFile[]): Outcome<ReadAccounts, SettingsProblem> {
  const sources = new Map(files.map(({ name, text }) => [name.replace(/\.source$/, ''), sourceOf(text)]))
  return ok(readAccounts([...sources].flatMap(([uid, source]) => accountOf(uid, source, sources) ?? [])))
}

function sourceOf(text: string): Source {
  const sections = new Map(parseIni(text).map(({ name, entries }) => [name, entries]))
  return (section, key) => {
    const value = sections.get(section)?.get(key)
    // As GKeyFile writes a blank and a backslash.
    return value === ''
      ? undefined
      : value?.replaceAll(/\\([s\\])/g, (_whole, mark) => (mark === 's' ? ' ' : '\\'))
  }
}

function accountOf(uid: string, source: Source, sources: ReadonlyMap<string, Source>): ProgramAccount | null {
  const backend = source('Mail Account', 'BackendName')
  const isOff = source('Data Source', 'Enabled') === 'false'
  if (isOff || (backend !== 'imapx' && backend !== 'imap' && backend !== 'pop')) return null
  const protocol = backend === 'pop' ? 'pop3' : 'imap'
  const identity = sources.get(source('Mail Account', 'IdentityUid') ?? '')
  const transport = sources.get(identity?.('Mail Submission', 'TransportUid') ?? '')
  const sends = transport?.('Mail Transport', 'BackendName') === 'smtp'
  const services = [
    serviceOf(protocol, source, 'password'),
    transport !== undefined && sends ? serviceOf('smtp', transport, 'none') : null,
  ]
  return {
    name: source('Data Source', 'DisplayName') ?? uid,
    address: addressIn(identity?.('Mail Identity', 'Address')),
    services: services.filter((service) => service !== null),
  }
}

/** @param otherwise what no method means: a password for receiving, none at all for sending */
function serviceOf(
  protocol: ProgramService['protocol'],
  source: Source,
  otherwise: ProgramMethod,
): ProgramService | null {
  const host = source('Authentication', 'Host')
  if (host === undefined) return null
  const encryption = ENCRYPTIONS[source('Security', 'Method') ?? 'none'] ?? 'none'
  const method = source('Authentication', 'Method') ?? ''
  return {
    protocol,
    host,
    port: portFrom(source('Authentication', 'Port'), defaultPort(protocol, encryption)),
    encryption,
    userName: source('Authentication', 'User') ?? null,
    ...(method === '' || method === 'none' ? { method: otherwise } : signInBy(method)),
    certificate: 'checked',
  }
}
