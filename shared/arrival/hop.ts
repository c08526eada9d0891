import { fieldTokens, type FieldToken } from '#shared/arrival/field-tokens.ts'
import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'
import { addressScope } from '#shared/domain/ip-scope.ts'

/** What one Received field says about one hop (RFC 5321 section 4.4). */
export interface Hop {
  /** What the host greeted with that handed the message over: its own word. `null` where the field names none. */
  readonly from: string | null
  /** Who took the message, in small letters. */
  readonly by: string | null
  /** The address at the other end, as the host that took the message saw it. */
  readonly address: string | null
}

/** SECURITY: the host that hands over chooses what it greets with, so neither `by` nor an address is looked for in that. */
export function readHop(received: string): Hop {
  const tokens = fieldTokens(received) ?? []
  const isFrom = isWord(tokens[0], 'from')
  const words = tokens.filter(({ kind }) => kind === 'word')
  const by = words.findIndex((token, index) => isWord(token, 'by') && (index === 0 || (isFrom && index > 1)))
  const from = isFrom ? (words[1]?.text ?? null) : null
  return {
    from: from === null ? null : clean(from),
    by: by === -1 ? null : clean(words[by + 1]?.text ?? '') || null,
    address: from === null ? null : addressOf(from, tokens),
  }
}

/** Whether the message was handed over from somewhere on the internet. */
export function isFromInternet({ address }: Hop): boolean {
  if (address === null) return false
  const scope = addressScope(address)
  return scope === 'internet' || scope === 'documentation'
}

function isWord(token: FieldToken | undefined, text: string): boolean {
  return token?.kind === 'word' && token.text.toLowerCase() === text
}

function clean(host: string): string {
  return host.toLowerCase().replace(/\.$/, '')
}

const IN_COMMENT = /(?:^|\s)\[(?:IPv6:)?([0-9a-f.:]{2,45})\]/i

/** In the comment, as RFC 5321 has it, or alone in there; a bare one in the place of a name is the last resort. */
function addressOf(from: string, tokens: readonly FieldToken[]): string | null {
  const end = tokens.findIndex((token, index) => index > 1 && isWord(token, 'by'))
  const comments = tokens.slice(0, end === -1 ? tokens.length : end).filter(({ kind }) => kind === 'comment')
  for (const { text } of comments) {
    const address = IN_COMMENT.exec(text)?.[1] ?? text.trim()
    if (isAddress(address)) return address
  }
  const literal = /^\[?(?:IPv6:)?([0-9a-f.:]{2,45})\]?$/i.exec(from)?.[1] ?? ''
  return isAddress(literal) ? literal : null
}

function isAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text)
}
