import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'

/** The names that a certificate is for: its subjectAltName entries and nothing else. */
export interface PresentedNames {
  readonly dnsNames: readonly string[]
  readonly ipAddresses: readonly string[]
}

/**
 * Whether a certificate is for exactly this host (RFC 9525 section 6.3). Stricter than what TLS libraries do: the
 * common name never counts, `*` stands for one whole leftmost label of a name with at least two more, and an
 * address matches only an iPAddress entry.
 * @param host in wire form: A-labels or an address literal
 */
export function namesHost(presented: PresentedNames, host: string): boolean {
  if (isIpv4(host) || isIpv6(host)) {
    return presented.ipAddresses.some((address) => canonicalAddress(address) === canonicalAddress(host))
  }
  const wanted = host.toLowerCase()
  return presented.dnsNames.some((name) => matches(name.toLowerCase(), wanted))
}

function matches(name: string, host: string): boolean {
  if (!name.startsWith('*.')) return name === host
  const parent = name.slice(2)
  const dot = host.indexOf('.')
  return parent.includes('.') && !parent.includes('*') && dot > 0 && host.slice(dot + 1) === parent
}

/** One spelling per address: IPv6 has many (RFC 5952). */
function canonicalAddress(address: string): string {
  if (!isIpv6(address)) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':').flatMap(expandGroup))
  const left = groups(head)
  const right = tail === undefined ? [] : groups(tail)
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0')
  return [...left, ...(tail === undefined ? [] : zeros), ...right].join(':')
}

/** Drops leading zeros, and turns an embedded IPv4 address into two groups. */
function expandGroup(group: string): readonly string[] {
  if (!group.includes('.')) return [group.replace(/^0+(?=.)/, '')]
  const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number)
  return [((a << 8) | b).toString(16), ((c << 8) | d).toString(16)]
}
