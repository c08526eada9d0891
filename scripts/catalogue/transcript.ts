import { PROTOCOLS, USUAL_PORTS, type Protocol } from '../../shared/domain/protocol.ts'
import { fail, ok, type Outcome } from '../../shared/outcome.ts'
import type { SettingsLine } from './import-settings.ts'

/** The line, counted from 1, that cannot be read. */
export interface TranscriptProblem {
  readonly line: number
  readonly why: 'no-collection' | 'no-file' | 'no-provider' | 'no-server'
}

type Place = Pick<SettingsLine, 'db' | 'file'>
type Servers = SettingsLine['servers']
type WrittenServer = readonly [string, number, string, string]

const DIRECTIVE = /^(collection|file)\s+(\S.*)$/
const SERVER = /^(\S+)\s+([^\s:]+)(?::(\d+)(?::(\w+))?)?$/
const USUAL_PORT: Readonly<Record<Protocol, number>> = { smtp: 465, imap: 993, pop3: 995 }

/** `file *`: each line is a place of its own, called by what it is about. */
const BY_PROVIDER = '*'

/**
 * Reads facts that a person or a script wrote off a collection that has no form of its own to be read:
 *
 *     collection nylas
 *     file inbox/providers.py
 *     # domains | MX suffixes | servers | form of the user name | help pages
 *     gandi.net | mail.gandi.net | imap mail.gandi.net, smtp mail.gandi.net:587 | address
 *
 * A server is `protocol host[:port[:encryption]]`; what is not written is the port for TLS, and the encryption that
 * is usual on the port. Fields at the end may be missing: the address is the user name then. One line that cannot be
 * read refuses the whole text, because a collection that is renewed by half loses the other half unseen.
 */
export function readTranscript(text: string): Outcome<readonly SettingsLine[], TranscriptProblem> {
  const lines: SettingsLine[] = []
  let place: Partial<Place> = {}
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.trim()
    if (line === '' || line.startsWith('#')) continue
    const directive = DIRECTIVE.exec(line)
    if (directive !== null) {
      const [, word, value = ''] = directive
      place = word === 'collection' ? { ...place, db: value } : { ...place, file: value }
      continue
    }
    const read = readProvider(line, place)
    if (!read.ok) return fail({ line: index + 1, why: read.error })
    lines.push(read.value)
  }
  return ok(lines)
}

function readProvider(
  line: string,
  { db, file }: Partial<Place>,
): Outcome<SettingsLine, TranscriptProblem['why']> {
  if (db === undefined) return fail('no-collection')
  if (file === undefined) return fail('no-file')
  const [domains = [], mx = [], , [form = 'address'] = [], help = []] = line.split('|').map(words)
  const [name] = [...domains, ...mx]
  if (name === undefined) return fail('no-provider')
  const servers = readServers(line.split('|')[2] ?? '', form)
  if (servers === null) return fail('no-server')
  return ok({ db, file: file === BY_PROVIDER ? name : file, domains, mx, servers, help })
}

function readServers(text: string, form: string): Servers | null {
  const read = text.split(',').map((part) => readServer(part.trim(), form))
  const found: Partial<Record<Protocol, WrittenServer[]>> = {}
  for (const one of read) {
    if (one === null) return null
    found[one.protocol] = [...(found[one.protocol] ?? []), one.server]
  }
  return found
}

function readServer(
  text: string,
  form: string,
): { readonly protocol: Protocol; readonly server: WrittenServer } | null {
  const [, word, host = '', digits, encryption] = SERVER.exec(text) ?? []
  const protocol = PROTOCOLS.find((known) => known === word)
  if (protocol === undefined) return null
  const port = digits === undefined ? USUAL_PORT[protocol] : Number(digits)
  return { protocol, server: [host, port, encryption ?? USUAL_PORTS[protocol][port] ?? 'unsaid', form] }
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
