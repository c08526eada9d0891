import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'

/** RFC 1035 section 2.3.1, with the underscore of RFC 8552; a name server may send any octets in its place. */
const NAME = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/

/**
 * A name as a name server gave it: lower case, without the dot of the root. `null` for what is neither a name nor an
 * address, which some have in the place of a name: it leads nowhere and is never shown.
 */
export function nameIn(text: string): string | null {
  const name = text.toLowerCase().replace(/\.$/, '')
  return NAME.test(name) || isIpv4(name) || isIpv6(name) ? name : null
}

export function namesIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => nameIn(text) ?? [])
}
