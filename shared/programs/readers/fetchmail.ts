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
import { settingLines, shellWords } from '#shared/programs/readers/words.ts'

type Values = Map<string, string>

interface Poll {
  readonly host: string
  readonly values: Values
}

/** The words that take the next one as their value; every other one stands alone, or is none that is needed. */
const VALUED: Readonly<Record<string, string>> = {
  via: 'via',
  proto: 'protocol',
  protocol: 'protocol',
  port: 'port',
  service: 'port',
  auth: 'auth',
  authenticate: 'auth',
  sslproto: 'sslproto',
  password: 'password',
  pass: 'password',
}

/** `~/.fetchmailrc`: words in any order, with `defaults` and one or more users for each server. */
export function readFetchmail(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const words = settingLines(text).flatMap((line) => shellWords(withoutComment(line)))
  const polls: Poll[] = []
  let defaults: Values = new Map()
  let ofServer: Values = defaults
  let poll: Poll | null = null
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const next = words[at + 1] ?? ''
    at += /^(?:poll|server|skip|user|username|no)$/.test(word) || word in VALUED ? 1 : 0
    if (word === 'defaults') defaults = ofServer = new Map()
    else if (word === 'poll' || word === 'server' || word === 'skip') {
      poll = { host: next, values: new Map(defaults) }
      polls.push(poll)
    } else if (word === 'user' || word === 'username') {
      // What stands in front of the first user is of the server, what stands behind one is of that user alone.
      if (poll?.values.has('user') === true) {
        poll = { host: poll.host, values: new Map(ofServer) }
        polls.push(poll)
      } else ofServer = new Map(poll?.values)
      poll?.values.set('user', next)
    } else setWord(poll?.values ?? defaults, word, next)
  }
  return ok(readAccounts(polls.flatMap((one) => accountOf(one) ?? [])))
}

/** `no` takes back what the next word says. */
function setWord(values: Values, word: string, next: string): void {
  if (word === 'no') {
    values.delete(next)
    values.set(`no ${next}`, '')
  } else values.set(VALUED[word] ?? word, word in VALUED ? next : '')
}

/** A number sign within quotes begins no comment. */
function withoutComment(line: string): string {
  return /^(?:"[^"]*"|'[^']*'|[^#"'])*/.exec(line)?.[0] ?? line
}

function accountOf({ host, values }: Poll): ProgramAccount | null {
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
function encryptionOf(values: ReadonlyMap<string, string>): ProgramEncryption {
  if (values.has('ssl')) return 'tls'
  const version = values.get('sslproto')
  if (version === undefined || /^auto$/i.test(version)) return 'if-offered'
  return version === '' ? 'none' : 'starttls'
}
