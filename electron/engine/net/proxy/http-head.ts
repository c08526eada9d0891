import type { Parsed } from '#engine/net/proxy/exchange.ts'

/** Long enough for every honest proxy, with its cookies and its identification. */
const MAX_HEAD_OCTETS = 8_192
const BEGINNING = 'HTTP/1.'

/** The head of an HTTP answer: its status and its fields, names in lower case. */
export interface ResponseHead {
  readonly status: number
  readonly fields: ReadonlyMap<string, string>
}

/**
 * Reads the answer to CONNECT up to the empty line (RFC 9112 section 2.1). Interim answers are passed over (RFC 9110
 * section 15.2). A bare LF ends a line too (RFC 9112 section 2.2); what is not a field is left alone.
 */
export function parseResponseHead(octets: Buffer): Parsed<ResponseHead> {
  const text = octets.toString('latin1', 0, MAX_HEAD_OCTETS)
  let used = 0
  for (;;) {
    const rest = text.slice(used)
    if (!rest.startsWith(BEGINNING.slice(0, rest.length))) return { kind: 'bad', how: 'garbage' }
    const end = /\r?\n\r?\n/.exec(rest)
    if (end === null)
      return octets.length < MAX_HEAD_OCTETS ? { kind: 'more' } : { kind: 'bad', how: 'too-big' }
    used += end.index + end[0].length
    const [statusLine = '', ...lines] = rest.slice(0, end.index).split(/\r?\n/)
    const digits = /^HTTP\/1\.\d ([1-5]\d\d)(?: [^\r]*)?$/.exec(statusLine)?.[1]
    if (digits === undefined) return { kind: 'bad', how: 'garbage' }
    if (!isInterim(Number(digits)))
      return { kind: 'done', value: { status: Number(digits), fields: fieldsIn(lines) }, used }
  }
}

/** 101 is no interim answer: it ends HTTP, and Mailwright has not asked for that. */
function isInterim(status: number): boolean {
  return status < 200 && status !== 101
}

/** A field that comes several times is one list (RFC 9110 section 5.3). */
function fieldsIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const line of lines) {
    const [, name, value = ''] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*)$/.exec(line) ?? []
    if (name === undefined) continue
    const before = fields.get(name.toLowerCase())
    fields.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`)
  }
  return fields
}
