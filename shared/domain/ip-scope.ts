import { isIpv4 } from '#shared/domain/host-name.ts'

/** Addresses no server on the internet has: this computer, the network around it, or nothing at all (RFC 6890). */
const SCOPED_V4 = [
  /^0\./,
  /^10\./,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^127\./,
  /^169\.254\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
]

const SCOPED_V6 = [/^::1?$/, /^f[cd]/i, /^fe[89ab]/i]

/** Whether an address can only be meant for this computer or for the network around it. */
export function isLocalAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  return (isIpv4(mapped) ? SCOPED_V4 : SCOPED_V6).some((pattern) => pattern.test(mapped))
}
