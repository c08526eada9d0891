import { isKnownHost } from '#shared/catalogue/known-hosts.ts'
import { faultIn, type Situation } from '#shared/diagnosis/situation.ts'
import { addressesIn } from '#shared/domain/evidence.ts'
import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'
import { isLocalAddress } from '#shared/domain/ip-scope.ts'

/**
 * How the name service of this network shows that its answers are not to be believed. `hidden`: it denies a host that
 * the provider is known to have. `diverted`: it sends a public server's name into the local network, or to where it
 * sends a name that cannot exist. `null`: no sign of it.
 */
export function falseNames(situation: Situation): 'hidden' | 'diverted' | null {
  const { evidence, surroundings } = situation
  // An address was not looked up.
  if (isIpv4(evidence.endpoint.host) || isIpv6(evidence.endpoint.host)) return null
  const isKnown = isKnownHost(evidence.endpoint.host)
  if (faultIn(situation, 'name-not-found') !== null) return isKnown ? 'hidden' : null
  const addresses = addressesIn(evidence)
  if (addresses.length === 0) return null
  if (isKnown && addresses.every(({ address }) => isLocalAddress(address))) return 'diverted'
  const stray = new Set(surroundings.strayAddresses.map(({ address }) => address))
  return addresses.every(({ address }) => stray.has(address)) ? 'diverted' : null
}
