import { isLocalAddress } from '#shared/domain/ip-scope.ts'
import { registrableDomain } from '#shared/domain/registrable-domain.ts'
import type { ControlSighting, Surroundings } from '#shared/domain/surroundings.ts'

/** RFC 6585 section 6: the one status with which a network says it itself. */
const NETWORK_SIGN_IN = 511

/**
 * The host of the page on which a network requires a sign-in, `''` where it does not say which; `null` where there is
 * no sign of one. A redirect alone proves nothing, because web sites move people about as well: it counts
 * when it leads into the local network, from the port of a mail server too, or when hosts of unrelated domains are all sent to the same third.
 */
export function captivePortal({ controls, atPort }: Surroundings): string | null {
  const answers = [...controls.map(({ web }) => web), atPort]
  const asking = answers.find((web) => web?.status === NETWORK_SIGN_IN)
  if (asking !== undefined) return asking?.redirectHost ?? ''
  const redirects = controls.flatMap(foreignRedirect)
  const here = [...redirects, atPort?.redirectHost ?? ''].find((to) => isLocalAddress(to))
  return here ?? mostNamed(redirects)
}

function foreignRedirect({ host, web }: ControlSighting): readonly string[] {
  const to = web?.redirectHost ?? null
  if (to === null || to === host) return []
  const home = registrableDomain(host)
  return home !== null && registrableDomain(to) === home ? [] : [to]
}

function mostNamed(hosts: readonly string[]): string | null {
  return hosts.find((host, index) => hosts.indexOf(host) < index) ?? null
}
