import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'

/**
 * Where an address can be met. `private`: in the network of a house or a company. `special`: on this computer, on one
 * wire, by many at once, or nowhere. `documentation`: in books.
 */
export type AddressScope = 'internet' | 'private' | 'special' | 'documentation'

type Block = readonly [network: string, bits: number, scope: AddressScope]

/** RFC 6890 and the registries of special-purpose addresses that it began; the narrower block first. */
const BLOCKS_4: readonly Block[] = [
  ['0.0.0.0', 8, 'special'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'private'],
  ['127.0.0.0', 8, 'special'],
  ['169.254.0.0', 16, 'special'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'special'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.88.99.0', 24, 'special'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'special'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  // Multicast, and what is kept for later.
  ['224.0.0.0', 3, 'special'],
]

/** Only what is given out as global unicast (2000::/3) is met on the internet; these are the exceptions within. */
const BLOCKS_6: readonly Block[] = [
  ['2001:db8::', 32, 'documentation'],
  ['2001::', 23, 'special'],
  ['3fff::', 20, 'documentation'],
  ['fc00::', 7, 'private'],
  ['2000::', 3, 'internet'],
]

/** Blocks whose addresses stand for an IPv4 address, and at which bit that begins: it decides. */
const CARRIERS: readonly (readonly [network: string, bits: number, at: number])[] = [
  ['::ffff:0:0', 96, 96],
  ['64:ff9b::', 96, 96],
  ['2002::', 16, 16],
]

/**
 * Where an address can be met; a text that is none is `special`.
 *
 * SECURITY: an IPv6 address may carry an IPv4 one that a router unpacks (RFC 4291 mapped, RFC 6052 NAT64, RFC 3056
 * 6to4), and counts as what it carries. A NAT64 prefix of a network's own cannot be told from other addresses.
 */
export function addressScope(address: string): AddressScope {
  if (isIpv4(address)) return scopeIn(BLOCKS_4, bits4(address), 32, 'internet')
  if (!isIpv6(address)) return 'special'
  const value = bits6(address)
  for (const [network, bits, at] of CARRIERS) {
    if (!isWithin(value, bits6(network), bits, 128)) continue
    const carried = (value >> BigInt(96 - at)) & 0xffff_ffffn
    return scopeIn(BLOCKS_4, carried, 32, 'internet')
  }
  return scopeIn(BLOCKS_6, value, 128, 'special')
}

/** Whether a text is an address that can only be meant for this computer or for the network around it. */
export function isLocalAddress(text: string): boolean {
  if (!isIpv4(text) && !isIpv6(text)) return false
  const scope = addressScope(text)
  return scope === 'private' || scope === 'special'
}

function scopeIn(
  blocks: readonly Block[],
  value: bigint,
  width: 32 | 128,
  other: AddressScope,
): AddressScope {
  const read = width === 32 ? bits4 : bits6
  return blocks.find(([network, bits]) => isWithin(value, read(network), bits, width))?.[2] ?? other
}

function isWithin(value: bigint, network: bigint, bits: number, width: number): boolean {
  const rest = BigInt(width - bits)
  return value >> rest === network >> rest
}

function bits4(address: string): bigint {
  return address.split('.').reduce((value, part) => (value << 8n) | BigInt(part), 0n)
}

function bits6(address: string): bigint {
  const [head = [], tail] = address.split('::').map(groups)
  const zeros = tail === undefined ? 0 : 8 - head.length - tail.length
  const all = [...head, ...Array.from({ length: zeros }, () => 0n), ...(tail ?? [])]
  return all.reduce((value, group) => (value << 16n) | group, 0n)
}

function groups(half: string): readonly bigint[] {
  return half.split(':').flatMap((group) => {
    if (group === '') return []
    if (!group.includes('.')) return [BigInt(`0x${group}`)]
    const value = bits4(group)
    return [value >> 16n, value & 0xffffn]
  })
}
