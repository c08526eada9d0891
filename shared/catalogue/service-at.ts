import { hintsOn, type ProviderHint } from '#shared/catalogue/hints.ts'
import { providerBySmtpHost } from '#shared/catalogue/look-up.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { passwordLoginEnded, signInKindsOn } from '#shared/catalogue/sign-in.ts'
import { isLoopbackHost } from '#shared/domain/host-name.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/** What the user types to sign in. `api-key`: made for a program that sends, no password of a person. */
export type SecretKind = 'password' | 'app-password' | 'api-key'

/** A service that only sends, by its host: it may stand beside the mailbox of another company. */
export interface SenderFacts {
  readonly id: string
  readonly name: string
  readonly secret: SecretKind
  readonly hints: readonly ProviderHint[]
}

const byService = Map.groupBy(
  PROVIDERS.flatMap((provider) =>
    PROTOCOLS.flatMap((protocol) =>
      provider.servers[protocol].map((text) => ({
        provider,
        key: `${protocol} ${text.split(':')[0] ?? ''}`,
      })),
    ),
  ),
  ({ key }) => key,
)
const byFormerHost = Map.groupBy(
  PROVIDERS.flatMap((provider) => provider.retiredHosts.map((key) => ({ provider, key }))),
  ({ key }) => key,
)

/**
 * The provider at whose host no password is of use on a day (`2026-11-20`), whatever the address; `null` where one of
 * those who share the host still takes one. SECURITY: a user who types the servers of a company does not say whose they
 * are, and the host alone decides.
 */
export function passwordEndedAt(date: string, endpoint: ServerEndpoint): Provider | null {
  const { protocol } = endpoint
  const known = providersAt(endpoint)
  return known.every((provider) => passwordLoginEnded(date, provider, protocol)) ? (known[0] ?? null) : null
}

function providersAt({ protocol, host, port }: ServerEndpoint): readonly Provider[] {
  if (isLoopbackHost(host)) return []
  const found =
    byService.get(`${protocol} ${host}`) ??
    byFormerHost.get(host) ??
    byFormerHost.get(`${host}:${port}`) ??
    []
  return found.map(({ provider }) => provider)
}

/** The service that only sends and takes mail under this name, as it is on a day; `null` for any other host. */
export function sendingServiceAt(date: string, host: string): SenderFacts | null {
  const provider = senderAt(host)
  if (provider === null) return null
  const hints = hintsOn(date, provider, 'smtp').filter(({ when }) => when === 'before')
  const kinds = signInKindsOn(date, provider, 'smtp')
  const isAppPassword = kinds.includes('app-password') && !kinds.includes('password')
  const secret = hints.some(({ kind }) => kind === 'api-key')
    ? 'api-key'
    : isAppPassword
      ? 'app-password'
      : 'password'
  return { id: provider.id, name: provider.name, secret, hints }
}

/** The one user name of all customers of a service, by its host; `null` where each has their own. */
export function fixedUserNameAt(host: string): string | null {
  return senderAt(host)?.fixedUserName ?? null
}

function senderAt(host: string): Provider | null {
  const provider = isLoopbackHost(host) ? null : providerBySmtpHost(host)
  return provider?.kind === 'outgoing-only' ? provider : null
}
