import { toASCII, toUnicode } from 'tr46'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** A domain as DNS and TLS see it (`ascii`, A-labels) and as a person reads it (`unicode`, U-labels). */
export interface DomainName {
  readonly ascii: string
  readonly unicode: string
}

export type DomainProblem =
  | { readonly reason: 'empty' | 'too-long' | 'empty-label' | 'long-label' | 'hyphen' | 'bad-character' }
  /** Not a domain as it stands, but folding its odd characters gives one: offer it, never use it silently. */
  | { readonly reason: 'odd-characters'; readonly suggestion: string }

const MAX_DOMAIN_OCTETS = 253
const MAX_LABEL_OCTETS = 63
const IDNA = { checkBidi: true, checkJoiners: true, useSTD3ASCIIRules: true } as const

/**
 * Reads a domain by its own grammar first and converts second (UTS 46, RFC 5891). The platform's URL parser is no
 * validator: it folds full-width letters, soft hyphens and `%70` without a word and lets `a..b` pass.
 */
export function parseDomainName(text: string): Outcome<DomainName, DomainProblem> {
  const lower = text.toLowerCase()
  if (lower === '') return fail({ reason: 'empty' })
  const ascii = toASCII(lower, IDNA)
  if (ascii === null) return fail(explain(lower))
  const lengthProblem = findLengthProblem(ascii)
  if (lengthProblem !== null) return fail({ reason: lengthProblem })
  const unicode = toUnicode(ascii, IDNA).domain
  // Cherokee is the script whose folded form is the capitals (UTS 46), so both sides go to lower case.
  return lower === unicode.toLowerCase() || lower === ascii
    ? ok({ ascii, unicode })
    : fail({ reason: 'odd-characters', suggestion: unicode })
}

function explain(domain: string): DomainProblem {
  const folded = percentDecoded(domain)
  return folded !== domain && parseDomainName(folded).ok
    ? { reason: 'odd-characters', suggestion: folded }
    : { reason: 'bad-character' }
}

function findLengthProblem(ascii: string): 'too-long' | 'empty-label' | 'long-label' | 'hyphen' | null {
  if (ascii.length > MAX_DOMAIN_OCTETS) return 'too-long'
  for (const label of ascii.split('.')) {
    if (label === '') return 'empty-label'
    if (label.length > MAX_LABEL_OCTETS) return 'long-label'
    if (label.startsWith('-') || label.endsWith('-')) return 'hyphen'
  }
  return null
}

function percentDecoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)).toLowerCase(),
  )
}
