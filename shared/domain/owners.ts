import { registrableDomain } from '#shared/domain/registrable-domain.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/**
 * Whether mail is sent by another company than the one that receives it, as far as the names of the hosts tell.
 * SECURITY: then each has a password of its own, so that the one of the mailbox never goes to the other unasked. What the
 * same look-up has found belongs together, whatever its hosts are called (`outlook.office365.com`, `smtp-mail.outlook.com`).
 * @param servers those that take a password
 */
export function areOfTwoOwners(
  servers: readonly ServerEndpoint[],
  found: readonly { readonly endpoint: ServerEndpoint }[],
): boolean {
  const known = new Set(found.map(({ endpoint }) => endpoint.host))
  const ownerOf = (host: string) => (known.has(host) ? 'found' : (registrableDomain(host) ?? host))
  const sending = servers.find(({ protocol }) => protocol === 'smtp')?.host
  if (sending === undefined) return false
  return servers.some(
    ({ protocol, host }) =>
      protocol !== 'smtp' &&
      ownerOf(host) !== ownerOf(sending) &&
      registrableDomain(host) !== registrableDomain(sending),
  )
}
