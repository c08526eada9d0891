import { ok, type Outcome } from '#shared/outcome.ts'
import { parseIni } from '#shared/programs/ini.ts'
import {
  addressIn,
  defaultPort,
  portFrom,
  readAccounts,
  type ProgramAccount,
  type ReadAccounts,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { isYes } from '#shared/programs/readers/words.ts'

/** The `[retriever]` of a file of getmail; each file has one. */
export function readGetmail(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const entries = parseIni(text).find(({ name }) => name === 'retriever')?.entries
  const account = entries === undefined ? null : accountOf(entries)
  return ok(readAccounts(account === null ? [] : [account]))
}

function accountOf(entries: ReadonlyMap<string, string>): ProgramAccount | null {
  const [, kind, ssl] = /(IMAP|POP3)(SSL)?Retriever$/.exec(entries.get('type') ?? '') ?? []
  const host = entries.get('server')
  if (kind === undefined || host === undefined) return null
  const protocol = kind === 'IMAP' ? 'imap' : 'pop3'
  const encryption = ssl === undefined ? 'none' : 'tls'
  const userName = entries.get('username') ?? null
  return {
    name: userName ?? host,
    address: addressIn(userName ?? undefined),
    services: [
      {
        protocol,
        host,
        port: portFrom(entries.get('port'), defaultPort(protocol, encryption)),
        encryption,
        userName,
        method: methodIn(entries),
        certificate:
          encryption === 'none' || entries.has('ca_certs') || entries.has('ssl_fingerprints')
            ? 'checked'
            : 'unchecked',
      },
    ],
  }
}

function methodIn(entries: ReadonlyMap<string, string>): 'oauth' | 'kerberos' | 'challenge' | 'password' {
  if (isYes(entries.get('use_xoauth2'))) return 'oauth'
  if (isYes(entries.get('use_kerberos'))) return 'kerberos'
  return isYes(entries.get('use_apop')) || isYes(entries.get('use_cram_md5')) ? 'challenge' : 'password'
}
