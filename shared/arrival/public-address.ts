import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'

const WITHIN =
  /^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./
const WITHIN_6 = /^(?:::1$|::$|f[cd]|fe[89ab])/i

/** Whether an address can be met on the internet; those of a house or of one computer cannot. */
function isPublic(address: string): boolean {
  return isIpv4(address) ? !WITHIN.test(address) : isIpv6(address) && !WITHIN_6.test(address)
}

/** From where a hop took the message: the bracketed address after `from` (RFC 5321 section 4.4), if it is public. */
export function publicAddressIn(received: string): string | null {
  const [from = ''] = received.slice(0, 1_000).split(/\sby\s/i, 1)
  if (!/^from\s/i.test(from)) return null
  for (const [, text = ''] of from.matchAll(/\[(?:IPv6:)?([0-9a-f.:]{2,45})\]/gi))
    if (isPublic(text)) return text
  return null
}
