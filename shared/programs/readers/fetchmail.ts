import type { Protocol } from '#shared/domain/protocol.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import {
  addressIn,
  defaultPort,
  portFrom,
  readAccounts,
  type ProgramAccount,
  type ProgramEncryption,
  type ReadAccounts,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { methodOf } from '#shared/programs/readers/mechanism-method.ts'
import { fetchmailPolls, type FetchmailPoll } from '#shared/programs/readers/fetchmail-polls.ts'

type Values = ReadonlyMap<string, string>

/** `~/.fetchmailrc`: words in any order, with `defaults` and one or more users for each server. */
export function readFetchmail(text: string): Outcome<ReadAccounts, SettingsProblem> {
  return ok(readAccounts(fetchmailPolls(text).flatMap((poll) => accountOf(poll) ?? [])))
}

function accountOf({ host: { word: host }, values: options }: FetchmailPoll): ProgramAccount | null {
  const values: Values = new Map([...options].map(([name, { value }]) => [name, value]))
  const protocol = protocolOf(values.get('protocol'))
  const encryption = encryptionOf(values)
  const userName = values.get('user')?.replaceAll(/\\x([0-9a-f]{2})|\\(.)/gi, unescaped) ?? null
  return protocol === null
    ? null
    : {
        name: host,
        address: addressIn(userName ?? undefined),
        services: [
          {
            protocol,
            host: values.get('via') ?? host,
            port: portFrom(values.get('port'), defaultPort(protocol, encryption)),
            encryption,
            userName,
            method:
              values.get('protocol')?.toLowerCase() === 'apop'
                ? 'challenge'
                : methodOf(values.get('auth') ?? 'any'),
            // Since 6.4 it verifies certificates unless it is told otherwise.
            certificate: values.has('no sslcertck') ? 'unchecked' : 'checked',
          },
        ],
      }
}

function unescaped(_whole: string, code: string | undefined, character: string | undefined): string {
  return code === undefined ? (character ?? '') : String.fromCharCode(Number.parseInt(code, 16))
}

/** `auto` tries IMAP first; what is not one of ours is left out. */
function protocolOf(name = 'auto'): Exclude<Protocol, 'smtp'> | null {
  if (/^(?:imap.*|auto)$/i.test(name)) return 'imap'
  return /^(?:pop3|apop)$/i.test(name) ? 'pop3' : null
}

/** A named version of TLS without `ssl` makes STARTTLS required; nothing at all uses it where it is offered. */
function encryptionOf(values: Values): ProgramEncryption {
  if (values.has('ssl')) return 'tls'
  const version = values.get('sslproto')
  if (version === undefined || /^auto$/i.test(version)) return 'if-offered'
  return version === '' ? 'none' : 'starttls'
}
