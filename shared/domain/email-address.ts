import { parseDomainName, type DomainName } from '#shared/domain/domain-name.ts'
import { endsInNumber, parseHostName } from '#shared/domain/host-name.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { utf8Length } from '#shared/text/utf8-length.ts'

export interface EmailAddress {
  readonly localPart: string
  readonly domain: DomainName
  /** The address as it goes on the wire and serves as a user name: the domain in A-labels. */
  readonly ascii: string
  /** The address as a person writes it. */
  readonly unicode: string
  /** `manual`: an address literal, a single label or a numeric name. Nothing is looked up for those. */
  readonly lookUp: 'automatic' | 'manual'
}

export type AddressProblem =
  | {
      readonly reason:
        | 'empty'
        | 'no-at'
        | 'no-local-part'
        | 'no-domain'
        | 'several'
        | 'control-character'
        | 'too-long'
        | 'bad-local-part'
        | 'bad-domain'
    }
  /**
   * One good address is hidden in the text (`Name <a@b.c>`, `mailto:a@b.c`), or appears once odd characters, commas or
   * spaces are mended. `only-domain`: a domain alone, whose postmaster every mail domain has (RFC 5321 section 4.5.1).
   */
  | {
      readonly reason: 'display-name' | 'odd-domain' | 'comma' | 'link' | 'spaces' | 'only-domain'
      readonly suggestion: string
    }

const MAX_ADDRESS_OCTETS = 254
const MAX_LOCAL_OCTETS = 64
const ATEXT = "[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]"
const DOT_ATOM = new RegExp(`^${ATEXT}+(\\.${ATEXT}+)*$`, 'u')
// C0, DEL, C1 and the Unicode line separators: none may reach a protocol line.
const LINK = /^mailto:/i
const CONTROL = /[\p{Cc}\u2028\u2029]/u

/**
 * Reads exactly one bare address (RFC 5321 Mailbox with a dot-string local part, RFC 6531 letters allowed).
 * Comments, groups, lists and quoted local parts are refused: they are where address parsers go wrong, and no
 * provider hands out such an address. Linear in the length of the text.
 */
export function parseEmailAddress(text: string): Outcome<EmailAddress, AddressProblem> {
  const trimmed = text.trim()
  if (trimmed === '') return fail({ reason: 'empty' })
  if (CONTROL.test(text)) return fail({ reason: 'control-character' })
  if (utf8Length(trimmed) > MAX_ADDRESS_OCTETS) return fail({ reason: 'too-long' })
  if (LINK.test(trimmed))
    return proposed('link', parseEmailAddress(trimmed.replace(LINK, '').replace(/\?.*$/, '')))
  const inner = /^[^<>]*<([^<>]+)>$/.exec(trimmed)?.[1]
  if (inner !== undefined) return parseDisplayName(inner)
  const at = trimmed.indexOf('@')
  if (at === -1) return withoutLocalPart(trimmed, 'no-at')
  if (trimmed.includes('@', at + 1)) return fail({ reason: 'several' })
  if (at === 0 && trimmed.length > 1) return withoutLocalPart(trimmed.slice(1), 'no-local-part')
  const parsed = parseParts(trimmed.slice(0, at), trimmed.slice(at + 1))
  return parsed.ok || !trimmed.includes(' ') ? parsed : (withoutSpaces(trimmed) ?? parsed)
}

/** What was found inside the text is offered, and not taken: the user has typed something else. */
function proposed(
  reason: 'link' | 'spaces' | 'only-domain' | 'display-name',
  address: Outcome<EmailAddress, AddressProblem>,
): Outcome<never, AddressProblem> {
  return address.ok ? fail({ reason, suggestion: address.value.unicode }) : address
}

/** `Anna Berg a@b.c` is an address behind a name, `a @b.c` and `a b@c.d` are one with a space too many. */
function withoutSpaces(text: string): Outcome<never, AddressProblem> | null {
  const words = text.split(' ').filter((word) => word !== '')
  const last = words.length > 2 ? parseEmailAddress(words.at(-1) ?? '') : null
  if (last?.ok === true) return proposed('display-name', last)
  const joined = parseEmailAddress(words.join(''))
  return joined.ok ? proposed('spaces', joined) : null
}

function withoutLocalPart(domain: string, reason: 'no-at' | 'no-local-part'): Outcome<never, AddressProblem> {
  const whole = domain.includes('.') && !domain.includes(' ') ? parseParts('postmaster', domain) : null
  return whole?.ok === true && whole.value.lookUp === 'automatic'
    ? proposed('only-domain', whole)
    : fail({ reason })
}

function parseDisplayName(inner: string): Outcome<never, AddressProblem> {
  const address = parseEmailAddress(inner)
  return fail(
    address.ok ? { reason: 'display-name', suggestion: address.value.unicode } : { reason: 'bad-local-part' },
  )
}

function parseParts(localPart: string, domain: string): Outcome<EmailAddress, AddressProblem> {
  if (localPart === '') return fail({ reason: 'no-local-part' })
  if (domain === '') return fail({ reason: 'no-domain' })
  if (utf8Length(localPart) > MAX_LOCAL_OCTETS) return fail({ reason: 'too-long' })
  if (!DOT_ATOM.test(localPart)) return fail({ reason: 'bad-local-part' })
  if (domain.startsWith('[')) return parseLiteral(localPart, domain)
  const parsed = parseDomainName(domain)
  if (parsed.ok) {
    if (utf8Length(`${localPart}@${parsed.value.ascii}`) > MAX_ADDRESS_OCTETS)
      return fail({ reason: 'too-long' })
    const manual = endsInNumber(parsed.value.ascii) || !parsed.value.ascii.includes('.')
    return ok(assemble(localPart, parsed.value, manual ? 'manual' : 'automatic'))
  }
  return parsed.error.reason === 'odd-characters'
    ? fail({ reason: 'odd-domain', suggestion: `${localPart}@${parsed.error.suggestion}` })
    : fail(withoutCommas(localPart, domain))
}

/** A comma for a dot: the keys lie side by side. */
function withoutCommas(localPart: string, domain: string): AddressProblem {
  const mended = domain.includes(',') ? parseParts(localPart, domain.replaceAll(',', '.')) : null
  return mended?.ok === true
    ? { reason: 'comma', suggestion: mended.value.unicode }
    : { reason: 'bad-domain' }
}

/** True when the part before the @ holds letters that only servers with SMTPUTF8 or its like know (RFC 6530). */
export function hasInternationalName(address: string): boolean {
  const at = address.lastIndexOf('@')
  return at !== -1 && utf8Length(address.slice(0, at)) > at
}

function parseLiteral(localPart: string, literal: string): Outcome<EmailAddress, AddressProblem> {
  const inner = /^\[(?:IPv6:)?([^\]]+)\]$/i.exec(literal)?.[1]
  const host = inner === undefined ? null : parseHostName(inner)
  if (host === null || !host.ok || host.value.kind === 'name') return fail({ reason: 'bad-domain' })
  return ok(assemble(localPart, { ascii: literal, unicode: literal }, 'manual'))
}

function assemble(localPart: string, domain: DomainName, lookUp: EmailAddress['lookUp']): EmailAddress {
  return {
    localPart,
    domain,
    ascii: `${localPart}@${domain.ascii}`,
    unicode: `${localPart}@${domain.unicode}`,
    lookUp,
  }
}
