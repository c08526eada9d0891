import { withoutBlanks } from '#shared/arrival/blanks.ts'
import { smallLetters } from '#shared/arrival/domain-in.ts'
import { fieldTokens, type FieldToken } from '#shared/arrival/field-tokens.ts'
import type { HeaderField } from '#shared/arrival/header-fields.ts'
import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'
import { addressScope } from '#shared/domain/ip-scope.ts'

/** What one Received field says about one hop (RFC 5321 section 4.4). */
export interface Hop {
  /** What the host greeted with that handed the message over: its own word. `null` where the field names none. */
  readonly from: string | null
  /** Who took the message, in small letters. */
  readonly by: string | null
  /** By which protocol, in small letters (RFC 3848). */
  readonly protocol: string | null
  /** The address at the other end, as the host that took the message saw it. */
  readonly address: string | null
}

/**
 * `null` where the field can be read in more ways than one.
 *
 * SECURITY: the host that hands over chooses what it greets with. Some receivers write that down with its blanks and
 * brackets, so a field that names two hosts after `by`, or does not end as it begins, names none.
 */
export function readHop({ value, isCut }: HeaderField): Hop | null {
  const tokens = isCut ? null : fieldTokens(value)
  if (tokens === null) return null
  const isFrom = isWord(tokens[0], 'from')
  const words = tokens.filter(({ kind }) => kind === 'word')
  const after = (keyword: string) =>
    words.flatMap((token, index) =>
      isWord(token, keyword) && (!isFrom || index > 1) ? [words[index + 1]?.text ?? ''] : [],
    )
  const [by = '', another] = after('by')
  if (another !== undefined) return null
  const from = isFrom ? (words[1]?.text ?? null) : null
  return {
    from: from === null ? null : clean(from),
    by: clean(by) || null,
    protocol: after('with')[0]?.toLowerCase() ?? null,
    address: from === null ? null : addressOf(from, tokens),
  }
}

/** Whether the message was handed over from somewhere on the internet. */
export function isFromInternet({ address }: Hop): boolean {
  if (address === null) return false
  const scope = addressScope(address)
  return scope === 'internet' || scope === 'documentation'
}

/** Deliveries within a host or a house (RFC 2033), and programs that fetch: no foreign server uses them. */
const NOT_FROM_STRANGERS = /^(?:lmtps?a?|utf8lmtps?a?|pop3s?|imaps?)$/

/** Whether the message came from within the house, by what the host that took it saw, and not by what it was told. */
export function isFromWithin(hop: Hop): boolean {
  if (hop.from === null || NOT_FROM_STRANGERS.test(hop.protocol ?? '')) return !isFromInternet(hop)
  return hop.address !== null && !isFromInternet(hop)
}

function isWord(token: FieldToken | undefined, text: string): boolean {
  return token?.kind === 'word' && token.text.toLowerCase() === text
}

function clean(host: string): string {
  return smallLetters(host).replace(/\.$/, '')
}

const IN_COMMENT = /(?:^| )\[(?:IPv6:)?([0-9a-f.:]{2,45})\]/gi
/** As qmail and Yahoo note a greeting. It may be an address, and is not the one at the other end. */
const GREETING = /^ *[eh][eh]lo /i
/** As Exim does, where it knows no name for the address that it then writes first. */
const GREETING_AFTER_ADDRESS = /^ *(?:[eh][eh]lo |(?:port=\d{1,5} )?helo=)/i

/** In a comment, as RFC 5321 has it, or alone in there; in the place of a name only before a comment that has that. */
function addressOf(from: string, tokens: readonly FieldToken[]): string | null {
  const end = tokens.findIndex((token, index) => index > 1 && isWord(token, 'by'))
  const comments = tokens.slice(0, end === -1 ? tokens.length : end).filter(({ kind }) => kind === 'comment')
  for (const { text } of comments) {
    if (GREETING.test(text)) continue
    const [address = withoutBlanks(text), another] = [...text.matchAll(IN_COMMENT)].map(([, one = '']) => one)
    if (another !== undefined) return null
    if (isAddress(address)) return address
  }
  const [next] = tokens.slice(2)
  if (next?.kind !== 'comment' || !GREETING_AFTER_ADDRESS.test(next.text)) return null
  const literal = /^\[?(?:IPv6:)?([0-9a-f.:]{2,45})\]?$/i.exec(from)?.[1] ?? ''
  return isAddress(literal) ? literal : null
}

function isAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text)
}
