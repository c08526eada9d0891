import { createHash, randomBytes } from 'node:crypto'
import { networkInterfaces } from 'node:os'

/** New for each run, so that a fingerprint says nothing to another process. */
const salt = randomBytes(16)

/**
 * Tells one network this computer is in from another, by the addresses it has there: the same text for the same
 * network, and nothing of the addresses themselves.
 */
export function networkFingerprint(): string {
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal }) => !internal)
    .map(({ cidr, address }) => cidr ?? address)
  return createHash('sha256')
    .update(salt)
    .update(addresses.toSorted((a, b) => (a < b ? -1 : 1)).join(' '))
    .digest('base64url')
    .slice(0, 16)
}
