import type { EmailAddress } from '#shared/domain/email-address.ts'
import { parseEndpoint, sameEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'
import { userNameFor } from '#shared/domain/user-name.ts'
import { policyProviderFor, type Policy, type PolicyProvider } from '#shared/policy/policy.ts'

interface WantedService {
  readonly endpoint: ServerEndpoint
  readonly userName: string
  readonly signIn: ServiceSignIn
}

/**
 * Whether the organisation does not allow these services. Judged where passwords are handed over, not where buttons are
 * hidden: it binds the page and the terminal alike. Only addresses of the organisation are held.
 */
export function breaksLock(
  policy: Policy,
  address: EmailAddress,
  services: readonly WantedService[],
): boolean {
  const own = policyProviderFor(policy, address.domain.ascii)
  if (own === null) return false
  const lockedServers = policy.locked.includes('servers')
  const lockedName = policy.locked.includes('user-name') && own.userName !== 'own'
  const expectedName = userNameFor(own.userName, address)
  return services.some(
    ({ endpoint, userName, signIn }) =>
      (lockedServers && (signIn === 'none' || !offers(own, endpoint))) ||
      (lockedName && signIn !== 'none' && userName !== expectedName),
  )
}

function offers({ servers }: PolicyProvider, endpoint: ServerEndpoint): boolean {
  return (servers[endpoint.protocol] ?? []).some((text) => {
    const own = parseEndpoint(endpoint.protocol, text)
    return own.ok && sameEndpoint(own.value, endpoint)
  })
}
