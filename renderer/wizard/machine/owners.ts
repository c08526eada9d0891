import { registrableDomain } from '#shared/domain/registrable-domain.ts'
import { servicesToTest } from '#renderer/wizard/machine/services.ts'
import type { ServersStep } from '#renderer/wizard/machine/state.ts'

/**
 * Whether mail is sent by another company than the one that receives it, as far as the names of the hosts tell.
 * SECURITY: then each has a field of its own, so that the password of one never goes to the other unasked. What the same
 * look-up has found belongs together, whatever its hosts are called (`outlook.office365.com`, `smtp-mail.outlook.com`).
 */
export function hasTwoOwners({ services, discovery }: Pick<ServersStep, 'services' | 'discovery'>): boolean {
  const wanting = servicesToTest(services).filter(({ signIn }) => signIn === 'password')
  const found = new Set(discovery.candidates.map(({ endpoint }) => endpoint.host))
  const ownerOf = (host: string) => (found.has(host) ? 'found' : (registrableDomain(host) ?? host))
  const hostsThat = (purpose: 'send' | 'receive') =>
    wanting
      .filter(({ endpoint }) => (endpoint.protocol === 'smtp') === (purpose === 'send'))
      .map(({ endpoint }) => endpoint.host)
  const [sending] = hostsThat('send')
  const receiving = hostsThat('receive')
  if (sending === undefined) return false
  return receiving.some(
    (host) => ownerOf(host) !== ownerOf(sending) && registrableDomain(host) !== registrableDomain(sending),
  )
}
