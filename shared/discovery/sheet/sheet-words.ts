import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { parseHostName } from '#shared/domain/host-name.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { parsePort } from '#shared/domain/server-endpoint.ts'

export type SheetField = 'host' | 'port' | 'security' | 'user-name' | 'password'

/** One word of a provider's text, as far as it says something about a mail account. */
export type SheetWord =
  | { readonly kind: 'protocol'; readonly protocol: Protocol }
  | { readonly kind: 'way'; readonly way: 'in' | 'out' }
  | { readonly kind: 'label'; readonly field: SheetField }
  | { readonly kind: 'host'; readonly host: string }
  | { readonly kind: 'number'; readonly port: number }
  | { readonly kind: 'security'; readonly security: 'tls' | 'starttls' }
  /** "Server for all services". */
  | { readonly kind: 'all' }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'other'; readonly text: string }

/** Words of English and German help pages, mails and tables; the first line that fits speaks. */
const MEANINGS: readonly (readonly [RegExp, readonly SheetWord[]])[] = [
  [/^imap(?:4|s|4rev1|server|port)?$/, [{ kind: 'protocol', protocol: 'imap' }]],
  [/^pop(?:3|3s|s|3server|3port)?$/, [{ kind: 'protocol', protocol: 'pop3' }]],
  [/^e?smtps?(?:server|port)?$/, [{ kind: 'protocol', protocol: 'smtp' }]],
  [
    /^(?:post)?eingangs?(?:mail)?server$/,
    [
      { kind: 'way', way: 'in' },
      { kind: 'label', field: 'host' },
    ],
  ],
  [
    /^(?:post)?ausgangs?(?:mail)?server$/,
    [
      { kind: 'way', way: 'out' },
      { kind: 'label', field: 'host' },
    ],
  ],
  [
    /^(?:incoming|inbound|receiv(?:e|ing)|(?:post)?eingang|eingehende?[mnrs]?|empfang(?:en)?)$/,
    [{ kind: 'way', way: 'in' }],
  ],
  [
    /^(?:outgoing|outbound|send(?:ing)?|(?:post)?ausgang|ausgehende?[mnrs]?|versand|(?:ver)?senden)$/,
    [{ kind: 'way', way: 'out' }],
  ],
  [/^(?:server(?:name|adresse)?|host(?:name)?|mailserver)$/, [{ kind: 'label', field: 'host' }]],
  [/^(?:ports?|portnummer|portnumber)$/, [{ kind: 'label', field: 'port' }]],
  [
    /^(?:encryption|security|(?:verbindungs)?sicherheit|verschlüsselung(?:sart|smethode|styp)?)$/,
    [{ kind: 'label', field: 'security' }],
  ],
  [/^(?:all|both|alle[nrms]?|beide[nrms]?)$/, [{ kind: 'all' }]],
  [/^starttls$/, [{ kind: 'security', security: 'starttls' }]],
  [/^(?:ssl|tls|ssltls)$/, [{ kind: 'security', security: 'tls' }]],
  [
    /^(?:user(?:name|id)?|benutzer(?:name|kennung)?|(?:konto|anmelde|login|account)name|login|anmeldung)$/,
    [{ kind: 'label', field: 'user-name' }],
  ],
  [/^(?:password|passwor[td]|kennwort)$/, [{ kind: 'label', field: 'password' }]],
]

/** Between words; a word may hold dots, hyphens, slashes, colons, @ and _. */
const GAP = /[\s|;,()[\]{}<>"'`´„“”‚‘’«»*=→•·]+/u
/** Labels of two words, and a verb that stands for one. */
const TWO_WORDS = /\b(user|login|account|konto|benutzer|anmelde)[ -](name|id|kennung)\b/giu
const SIGN_IN_AS = /\blog[ -]?in (?:as|with)\b/giu
/** An address of a service, which names all of it. */
const SERVICE_URL = /^(imap|pop3?|smtp|submission)(s?):\/\/([^/@]{1,260})\/?$/i

const WEB = /^(?:https?:\/\/|www\.)/i
const MAX_WORD = 254

/** The words of one line, in order. */
export function sheetWords(line: string): readonly SheetWord[] {
  return line
    .replaceAll(TWO_WORDS, '$1$2')
    .replaceAll(SIGN_IN_AS, 'login')
    .split(GAP)
    .filter((word) => word !== '' && word.length <= MAX_WORD && !WEB.test(word))
    .flatMap(readWord)
}

function readWord(raw: string): readonly SheetWord[] {
  const word = raw.replace(/^mailto:/i, '').replace(/[.:!?]+$/, '')
  const labelled = readLabelled(word)
  if (labelled !== null) return labelled
  if (word.includes('@')) {
    const address = parseEmailAddress(word)
    return address.ok ? [{ kind: 'address', address: address.value.ascii }] : []
  }
  const url = readUrl(word)
  if (url !== null) return url
  const server = readServer(word)
  if (server !== null) return server
  const port = parsePort(word)
  if (port !== null) return [{ kind: 'number', port }]
  const known = meaningOf(word)
  if (known !== null) return known
  return readParts(word) ?? [{ kind: 'other', text: word }]
}

/** `IMAP-Server`, `SSL/TLS`, `993/tls`: each part for itself; without a known one it may be a name, `p123456-1`. */
function readParts(word: string): readonly SheetWord[] | null {
  const parts = word.split(/[-/:]/).filter((part) => part !== '')
  if (parts.length < 2 || parts.every((part) => meaningOf(part) === null)) return null
  return parts.flatMap((part) => meaningOf(part) ?? numberOf(part) ?? [])
}

/** `Benutzername:anna@example.org`, `IMAP-Server:imap.example.org`: no space behind the colon. */
function readLabelled(word: string): readonly SheetWord[] | null {
  const colon = word.indexOf(':')
  if (colon < 1 || word.startsWith('//', colon + 1)) return null
  const label = meaningOf(word.slice(0, colon)) ?? readParts(word.slice(0, colon))
  return label === null ? null : [...label, ...readWord(word.slice(colon + 1))]
}

/** `imaps://imap.example.org:993`. */
function readUrl(word: string): readonly SheetWord[] | null {
  const [, scheme = '', tls = '', place = ''] = SERVICE_URL.exec(word) ?? []
  const protocol = meaningOf(scheme.toLowerCase() === 'submission' ? 'smtp' : scheme)
  const server = readServer(place)
  if (protocol === null || server === null) return null
  return [...protocol, ...server, ...(tls === '' ? [] : [{ kind: 'security', security: 'tls' } as const])]
}

/** `imap.example.org`, with or without a port behind it; only full names and addresses are servers here. */
function readServer(word: string): readonly SheetWord[] | null {
  const [, name = '', digits = ''] = /^([^:/]+)(?::(\d{1,5}))?$/.exec(word) ?? []
  if (!name.includes('.') || !/(?:\.\p{L}{2,}|\.xn--[a-z0-9-]+|^[\d.]+)$/iu.test(name)) return null
  const host = parseHostName(name)
  if (!host.ok) return null
  const port = parsePort(digits)
  return [
    { kind: 'host', host: host.value.ascii },
    ...(port === null ? [] : [{ kind: 'number', port } as const]),
  ]
}

function meaningOf(word: string): readonly SheetWord[] | null {
  const lower = word.toLowerCase().replaceAll('-', '')
  return MEANINGS.find(([pattern]) => pattern.test(lower))?.[1] ?? null
}

function numberOf(word: string): readonly SheetWord[] | null {
  const port = parsePort(word)
  return port === null ? null : [{ kind: 'number', port }]
}
