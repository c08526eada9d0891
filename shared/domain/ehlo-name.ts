import { parseDomainName } from '#shared/domain/domain-name.ts'
import { endsInNumber, isIpv4, isIpv6 } from '#shared/domain/host-name.ts'

/**
 * Reads the name a mail program gives with EHLO: a domain name, which comes back in A-labels, or an address in
 * brackets (RFC 5321 section 4.1.3). `null` for anything else: what is typed here becomes part of a protocol line, and
 * a line end in it would be a second command.
 */
export function parseEhloName(text: string): string | null {
  const literal = /^\[(?:IPv6:)?([^\]]*)\]$/i.exec(text)?.[1]
  if (literal !== undefined) {
    if (isIpv4(literal)) return `[${literal}]`
    return isIpv6(literal) ? `[IPv6:${literal.toLowerCase()}]` : null
  }
  const domain = parseDomainName(text)
  return domain.ok && !endsInNumber(domain.value.ascii) ? domain.value.ascii : null
}
