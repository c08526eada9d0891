import { ok, type Outcome } from '#shared/outcome.ts'
import { parseIni } from '#shared/programs/ini.ts'
import {
  addressIn,
  defaultPort,
  portFrom,
  readAccounts,
  type ProgramEncryption,
  type ProgramMethod,
  type ProgramService,
  type ReadAccounts,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { methodOf } from '#shared/programs/readers/mechanism-method.ts'
import { parseSettingsUrl } from '#shared/programs/readers/settings-url.ts'
import { isNo } from '#shared/programs/readers/words.ts'

type Entries = ReadonlyMap<string, string>

/** `accounts.conf`: one section for each account, with a URL for each way. Mail that lies on the disk is none of ours. */
export function readAerc(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const accounts = parseIni(text).map(({ name, entries }) => ({
    name,
    address: addressIn(entries.get('from')),
    services: [incomingOf(entries), outgoingOf(entries)].filter((service) => service !== null),
  }))
  return ok(readAccounts(accounts))
}

function incomingOf(entries: Entries): ProgramService | null {
  const url = parseSettingsUrl(entries.get('source') ?? '')
  const [scheme = '', ...flags] = url?.scheme.split('+') ?? []
  if (url === null || (scheme !== 'imap' && scheme !== 'imaps')) return null
  const encryption = encryptionOf(scheme === 'imaps', flags)
  return {
    protocol: 'imap',
    host: url.host,
    port: portFrom(url.port, defaultPort('imap', encryption)),
    encryption,
    userName: url.userName,
    method: signInOf(flags, 'password'),
    certificate: 'checked',
  }
}

function outgoingOf(entries: Entries): ProgramService | null {
  const url = parseSettingsUrl(entries.get('outgoing') ?? '')
  const [scheme = '', ...flags] = url?.scheme.split('+') ?? []
  if (url === null || (scheme !== 'smtp' && scheme !== 'smtps')) return null
  const isPlain = scheme === 'smtp' && isNo(entries.get('smtp-starttls'))
  const encryption = isPlain ? 'none' : encryptionOf(scheme === 'smtps', flags)
  return {
    protocol: 'smtp',
    host: url.host,
    port: portFrom(url.port, defaultPort('smtp', encryption)),
    encryption,
    userName: url.userName,
    method: signInOf(flags, url.userName === null ? 'none' : 'password'),
    certificate: 'checked',
  }
}

function encryptionOf(isTls: boolean, flags: readonly string[]): ProgramEncryption {
  if (isTls) return 'tls'
  return flags.includes('insecure') ? 'none' : 'starttls'
}

function signInOf(flags: readonly string[], otherwise: ProgramMethod): ProgramMethod {
  const named = flags.find((flag) => flag !== 'insecure')
  return named === undefined ? otherwise : methodOf(named)
}
