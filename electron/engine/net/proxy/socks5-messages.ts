import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'
import type { Parsed } from '#engine/net/proxy/exchange.ts'
import type { ProxyCredentials } from '#engine/net/proxy/proxy-server.ts'
import type { TunnelTarget } from '#engine/net/proxy/tunnel.ts'

/** The messages of SOCKS version 5 (RFC 1928) and of its password sign-in (RFC 1929). Every answer has a known length. */
const VERSION = 5
const SIGN_IN_VERSION = 1
const CONNECT = 1
const IPV4 = 1
const NAME = 3
const IPV6 = 4

export const NO_SIGN_IN = 0
export const PASSWORD_SIGN_IN = 2
export const NO_COMMON_WAY = 0xff

const GARBAGE = { kind: 'bad', how: 'garbage' } as const
const MORE = { kind: 'more' } as const

/** A password is offered only where the user gave one. */
export function greeting(credentials: ProxyCredentials | null): Buffer {
  const ways = credentials === null ? [NO_SIGN_IN] : [NO_SIGN_IN, PASSWORD_SIGN_IN]
  return Buffer.of(VERSION, ways.length, ...ways)
}

export function parseChosenWay(octets: Buffer): Parsed<number> {
  const [version, way] = octets
  if (version !== undefined && version !== VERSION) return GARBAGE
  return way === undefined ? MORE : { kind: 'done', value: way, used: 2 }
}

/** RFC 1929 section 2. Both parts have at most 255 octets: the reader of the URL has seen to that. */
export function signIn({ userName, password }: ProxyCredentials): Buffer {
  const parts = [userName, password.reveal()].map((part) => Buffer.from(part, 'utf8'))
  return Buffer.concat([
    Buffer.of(SIGN_IN_VERSION),
    ...parts.flatMap((part) => [Buffer.of(part.length), part]),
  ])
}

/** The status; 0 is success. The version is not looked at: servers are known to repeat that of SOCKS here. */
export function parseSignInStatus(octets: Buffer): Parsed<number> {
  const status = octets[1]
  return status === undefined ? MORE : { kind: 'done', value: status, used: 2 }
}

/** A name goes to the proxy as it is, and the proxy looks it up. */
export function connectRequest({ host, port }: TunnelTarget): Buffer {
  return Buffer.concat([Buffer.of(VERSION, CONNECT, 0), address(host), Buffer.of(port >> 8, port & 0xff)])
}

/** The reply; 0 is success, then follows the address the proxy is bound to, which no caller needs. */
export function parseConnectReply(octets: Buffer): Parsed<number> {
  const [version, reply, , type] = octets
  if (version !== undefined && version !== VERSION) return GARBAGE
  // A refusal is known by its first octets: not every server sends the rest before it hangs up.
  if (reply !== undefined && reply !== 0) return { kind: 'done', value: reply, used: octets.length }
  if (type === undefined) return MORE
  const addressOctets = addressLength(type, octets[4])
  if (addressOctets === null) return GARBAGE
  const used = 4 + addressOctets + 2
  return octets.length < used ? MORE : { kind: 'done', value: 0, used }
}

/** `null`: there is no such type of address. A name begins with its length. */
function addressLength(type: number, first = 0): number | null {
  switch (type) {
    case IPV4:
      return 4
    case IPV6:
      return 16
    case NAME:
      return 1 + first
    default:
      return null
  }
}

function address(host: string): Buffer {
  if (isIpv4(host)) return Buffer.of(IPV4, ...host.split('.').map(Number))
  if (isIpv6(host)) return Buffer.of(IPV6, ...ipv6Octets(host))
  const name = Buffer.from(host, 'latin1')
  return Buffer.concat([Buffer.of(NAME, name.length), name])
}

/** RFC 4291 section 2.2: groups of four hexadecimal digits, `::` for those that are zero, IPv4 at the end. */
function ipv6Octets(text: string): readonly number[] {
  const [left = [], right = []] = text.split('::').map(groups)
  return [...left, ...Array<number>(16 - left.length - right.length).fill(0), ...right]
}

function groups(half: string): readonly number[] {
  if (half === '') return []
  return half.split(':').flatMap((group) => {
    if (group.includes('.')) return group.split('.').map(Number)
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 0xff]
  })
}
