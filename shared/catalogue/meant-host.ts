import { knownHosts } from '#shared/catalogue/known-hosts.ts'
import { slip } from '#shared/catalogue/slip.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { registrableDomain } from '#shared/domain/registrable-domain.ts'

/**
 * The host that was probably meant by an unknown one: one slip away from a known one for this service, or with a
 * slip in the very domain that stands in the address. `null` where nothing is that near.
 */
export function meantHost(host: string, protocol: Protocol, address: string): string | null {
  const known = knownHosts(protocol).find((candidate) => slip(host, candidate) === 'slip')
  if (known !== undefined) return known
  const typed = registrableDomain(host)
  const own = registrableDomain(address.slice(address.lastIndexOf('@') + 1))
  if (typed === null || own === null || slip(typed, own) === 'none') return null
  return `${host.slice(0, host.length - typed.length)}${own}`
}
