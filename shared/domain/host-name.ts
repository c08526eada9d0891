import { parseDomainName, type DomainProblem } from '#shared/domain/domain-name.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** A host as typed by a person or named by a server: a DNS name or an address literal. */
export interface HostName {
  readonly kind: 'name' | 'ipv4' | 'ipv6'
  /** What goes on the wire, into SNI and into the name check: A-labels, or the address without brackets. */
  readonly ascii: string
  readonly unicode: string
}

export type HostProblem = DomainProblem | { readonly reason: 'numeric' }

/**
 * Accepts a DNS name, a dotted-quad IPv4 address, or an IPv6 address with or without brackets. Short and decimal
 * forms of IPv4 (`127.1`, `2130706433`) are refused: resolvers turn them into addresses that the user has not read.
 */
export function parseHostName(text: string): Outcome<HostName, HostProblem> {
  const bare = /^\[(.*)\]$/.exec(text)?.[1] ?? text
  if (isIpv6(bare)) return ok({ kind: 'ipv6', ascii: bare.toLowerCase(), unicode: bare.toLowerCase() })
  if (isIpv4(text)) return ok({ kind: 'ipv4', ascii: text, unicode: text })
  const domain = parseDomainName(text)
  if (!domain.ok) return domain
  if (endsInNumber(domain.value.ascii)) return fail({ reason: 'numeric' })
  return ok({ kind: 'name', ...domain.value })
}

/**
 * The host in a text from the network, if it is a full name on the internet; `null` for an address, this computer or a
 * name of the local network: an attacker must not send Mailwright or the user there.
 */
export function publicHost(text: string): string | null {
  const host = parseHostName(text)
  if (!host.ok || host.value.kind !== 'name') return null
  const { ascii } = host.value
  return isLoopbackHost(ascii) || !ascii.includes('.') ? null : ascii
}

/** True for this computer itself: `localhost`, names below it (RFC 6761), 127.0.0.0/8 and ::1. */
export function isLoopbackHost(host: string): boolean {
  return (
    host === '::1' ||
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    (isIpv4(host) && host.startsWith('127.'))
  )
}

const LOCAL_SUFFIX = /\.(?:local|localhost|localdomain|lan|internal|home\.arpa)$/i

/**
 * True for a name that only the network around can know: a single label, or one below a suffix that is kept for that
 * (RFC 6761, RFC 6762, RFC 8375, `internal` by ICANN's decision) or is used for it by many routers.
 */
export function isLocalName(name: string): boolean {
  return !name.includes('.') || LOCAL_SUFFIX.test(name)
}

export function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

/** RFC 4291 text form; zone identifiers are refused, a certificate cannot name one. */
export function isIpv6(text: string): boolean {
  if (!/^[0-9a-f:.]+$/i.test(text) || !text.includes(':')) return false
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  const embedded = last.includes('.')
  if (embedded && (!isIpv4(last) || !text.endsWith(last))) return false
  const hexGroups = embedded ? groups.slice(0, -1) : groups
  if (!hexGroups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false
  const size = hexGroups.length + (embedded ? 2 : 0)
  return halves.length === 2 ? size < 8 : size === 8
}

/** A name whose last label is a number is an address in disguise (WHATWG URL "ends in a number"). */
export function endsInNumber(domain: string): boolean {
  return /^(\d+|0x[0-9a-f]*)$/i.test(domain.split('.').at(-1) ?? '')
}
