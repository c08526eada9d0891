import type { MessageFacts, MessageVerdict } from '#shared/arrival/facts.ts'
import { publicAddressIn } from '#shared/arrival/public-address.ts'
import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'

const LONGEST_HEAD = 256 * 1024
const MOST_FIELDS = 500
const LONGEST_FIELD = 8_192
const MOST_SIGNATURES = 8
const DOMAIN = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,20}$/

interface Field {
  readonly name: string
  readonly value: string
}

/** Reads the headers of a message that arrived, and nothing of its body. */
export function readMessageFacts(source: string): MessageFacts {
  const fields = fieldsOf(source)
  const trusted = receiversWord(fields)
  const from = fields.find(({ name }) => name === 'from')
  return {
    fromDomain: domainIn(/@([^\s<>"(),;:@]{1,255})>?[^@]{0,200}$/.exec(from?.value ?? '')?.[1]),
    verdicts: trusted.filter(({ name }) => name === 'authentication-results').flatMap(verdictsIn),
    signatures: fields.flatMap(signatureIn).slice(0, MOST_SIGNATURES),
    clientAddress: clientAddressIn(trusted, fields),
  }
}

function fieldsOf(source: string): readonly Field[] {
  const text = source.slice(0, LONGEST_HEAD).replace(/\r\n?/g, '\n').replace(/^\n+/, '')
  const end = text.indexOf('\n\n')
  const fields: Field[] = []
  let name = ''
  let parts: string[] = []
  const take = () => {
    if (name !== '') fields.push({ name, value: parts.join(' ').slice(0, LONGEST_FIELD) })
  }
  for (const line of (end === -1 ? text : text.slice(0, end)).split('\n')) {
    if (fields.length >= MOST_FIELDS) break
    if (/^[ \t]/.test(line)) parts.push(line.trim())
    else {
      take()
      const at = line.indexOf(':')
      name = at === -1 ? '' : line.slice(0, at).toLowerCase().trim()
      parts = [line.slice(at + 1).trim()]
    }
  }
  take()
  return fields
}

const WORDS_OF_RECEIVER = new Set(['authentication-results', 'received-spf'])

/**
 * SECURITY: anybody can write such a field into the message they send. What the receiving side found it puts on top
 * (RFC 8601 section 5), so only the topmost run counts, up to the next hop or to anything the sender wrote.
 */
function receiversWord(fields: readonly Field[]): readonly Field[] {
  const first = fields.findIndex(({ name }) => WORDS_OF_RECEIVER.has(name))
  const sender = fields.findIndex(({ name }) => name === 'from' || name === 'dkim-signature')
  if (first === -1 || (sender !== -1 && sender < first)) return []
  const rest = fields.slice(first)
  const end = rest.findIndex(
    ({ name }) => name === 'received' || name === 'from' || name === 'dkim-signature',
  )
  return (end === -1 ? rest : rest.slice(0, end)).filter(({ name }) => WORDS_OF_RECEIVER.has(name))
}

function verdictsIn({ value }: Field): readonly MessageVerdict[] {
  return withoutComments(value)
    .split(';')
    .slice(1)
    .flatMap((part) => {
      const [, method = '', result = ''] =
        /^\s{0,20}(spf|dkim|dmarc)\s{0,9}=\s{0,9}([a-z]{1,20})/i.exec(part) ?? []
      const known = (['spf', 'dkim', 'dmarc'] as const).find((name) => name === method.toLowerCase())
      return known === undefined
        ? []
        : [{ method: known, result: result.toLowerCase(), domain: domainOfVerdict(known, part) }]
    })
}

const PROPERTY = {
  spf: /\bsmtp\.(?:mailfrom|helo)\s{0,9}=\s{0,9}"?([^\s;"]{1,320})/i,
  dkim: /\bheader\.(?:d|i)\s{0,9}=\s{0,9}"?([^\s;"]{1,320})/i,
  dmarc: /\bheader\.from\s{0,9}=\s{0,9}"?([^\s;"]{1,320})/i,
} as const

function domainOfVerdict(method: MessageVerdict['method'], part: string): string | null {
  return domainIn(PROPERTY[method].exec(part)?.[1]?.split('@').at(-1))
}

/** RFC 5322 section 3.2.2, nesting and all, in one pass. */
function withoutComments(text: string): string {
  let depth = 0
  let kept = ''
  for (const letter of text) {
    if (letter === '(') depth += 1
    else if (letter === ')' && depth > 0) depth -= 1
    else if (depth === 0) kept += letter
  }
  return kept
}

function signatureIn({ name, value }: Field) {
  if (name !== 'dkim-signature') return []
  const tag = (key: string) =>
    domainOrLabel(new RegExp(`(?:^|;)\\s{0,9}${key}\\s{0,9}=([^;]{1,300})`).exec(value)?.[1])
  const domain = domainIn(tag('d') ?? undefined)
  const selector = tag('s')
  return domain === null || selector === null ? [] : [{ domain, selector }]
}

function domainOrLabel(text: string | undefined): string | null {
  const clean = text?.replace(/\s/g, '').toLowerCase() ?? ''
  return /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,20}$/.test(clean) ? clean : null
}

function domainIn(text: string | undefined): string | null {
  const clean = text?.trim().toLowerCase().replace(/\.$/, '') ?? ''
  return DOMAIN.test(clean) ? clean : null
}

/** What the receiver noted about the sender's address; else the topmost hop that came from the open internet. */
function clientAddressIn(trusted: readonly Field[], fields: readonly Field[]): string | null {
  for (const { value } of trusted) {
    const noted =
      /\b(?:client-ip=|sender IP is |designates )"?([0-9a-f.:]{3,45})/i
        .exec(value)?.[1]
        ?.replace(/[.:]$/, '') ?? ''
    if (isIpv4(noted) || isIpv6(noted)) return noted
  }
  for (const { name, value } of fields) {
    const address = name === 'received' ? publicAddressIn(value) : null
    if (address !== null) return address
  }
  return null
}
