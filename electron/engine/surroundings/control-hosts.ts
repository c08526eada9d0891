import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { publicHost } from '#shared/domain/host-name.ts'

/** Enough to tell a dead server from a closed network. */
const MOST_HOSTS = 5

/**
 * Whom to ask whether anything gets out of this network: the hosts of the setup, the domain of the address, and
 * those an administrator named. No other server learns that this user sets up a mail account.
 */
export function controlHosts(
  address: string,
  mailHosts: readonly string[],
  named: readonly string[],
): readonly string[] {
  const parsed = parseEmailAddress(address)
  const domain = parsed.ok ? [parsed.value.domain.ascii] : []
  const hosts = [...named, ...domain, ...mailHosts].flatMap((host) => publicHost(host) ?? [])
  return [...new Set(hosts)].slice(0, MOST_HOSTS)
}
