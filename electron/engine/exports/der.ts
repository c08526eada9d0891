/** Tags of ASN.1 (X.690), as far as a signed message has them. */
export const TAG = {
  integer: 0x02,
  octets: 0x04,
  nothing: 0x05,
  identifier: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** `[0]`, constructed. */
  zero: 0xa0,
} as const

/** One element in DER: the tag, the length in as few octets as it takes, the content. */
export function element(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag]), lengthOctets(content.length), content])
}

/** A SET OF: DER puts its members in the order of their octets (X.690, 11.6). */
export function setOf(tag: number, members: readonly Buffer[]): Buffer {
  return element(tag, ...members.toSorted((one, other) => Buffer.compare(one, other)))
}

/** An object identifier from its usual form, `1.2.840.113549`. */
export function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return element(TAG.identifier, Buffer.from([first * 40 + second, ...rest.flatMap(inSevenBits)]))
}

/** RFC 5652, 11.3: two digits of the year until 2049, four from then on. */
export function timeElement(time: Date): Buffer {
  const digits = `${time.toISOString().replaceAll(/\D/g, '').slice(0, 14)}Z`
  return time.getUTCFullYear() < 2050
    ? element(TAG.utcTime, Buffer.from(digits.slice(2)))
    : element(TAG.generalizedTime, Buffer.from(digits))
}

export interface DerElement {
  readonly tag: number
  /** With tag and length. */
  readonly whole: Buffer
  readonly content: Buffer
}

/** The elements one after another, up to the first that has no definite length or does not fit. */
export function elementsOf(octets: Buffer): readonly DerElement[] {
  const elements: DerElement[] = []
  for (let at = 0; at + 2 <= octets.length;) {
    const [tag = 0, short = 0] = octets.subarray(at, at + 2)
    const more = short < 0x80 ? 0 : short & 0x7f
    const begin = at + 2 + more
    const length =
      more === 0 ? short : octets.subarray(at + 2, begin).reduce((sum, part) => sum * 256 + part, 0)
    if (short === 0x80 || begin + length > octets.length) break
    elements.push({
      tag,
      whole: octets.subarray(at, begin + length),
      content: octets.subarray(begin, begin + length),
    })
    at = begin + length
  }
  return elements
}

function lengthOctets(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return Buffer.from([0x80 | octets.length, ...octets])
}

function inSevenBits(number: number): readonly number[] {
  const groups = [number % 128]
  for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128))
    groups.unshift((rest % 128) | 0x80)
  return groups
}
