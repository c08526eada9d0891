import type { Provider } from '#shared/catalogue/provider.ts'
import type { ConfirmedTicket, ConfirmProblem } from '#shared/contract/contract.ts'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import type { ServiceOrigin } from '#shared/domain/service-origin.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { OAuthOffer } from '#shared/oauth/sign-in-event.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { breaksLock } from '#shared/policy/locks.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { confirmService, type ConfirmedService } from '#engine/confirmed-service.ts'
import type { IssuerRef } from '#engine/oauth/authorization-server.ts'
import { oauthOffer, issuerFor } from '#engine/oauth/offer.ts'
import type { LaidDownClients } from '#engine/oauth/client.ts'
import type { Setups } from '#engine/setup/setups.ts'

/** A service as the user has seen it and agreed to it. */
export interface AgreedService {
  readonly endpoint: ServerEndpoint
  readonly userName: string
  readonly origin: ServiceOrigin
  readonly pin: string | null
  readonly signIn: ServiceSignIn
}

export interface ConfirmRequest {
  readonly address: string
  readonly providerId: string | null
  readonly services: readonly AgreedService[]
  readonly previous: string | null
  /** A sign-in server that the domain has announced, or `null`. */
  readonly issuer: string | null
}

export interface ConfirmContext {
  readonly providerById: (id: string) => Provider | null
  readonly policy: Policy | null
  readonly laidDown: LaidDownClients
}

/** Opens a setup for what the user has just agreed to. */
export function confirmSetup(
  setups: Setups,
  request: ConfirmRequest,
  context: ConfirmContext,
): Outcome<ConfirmedTicket, ConfirmProblem> {
  const address = parseEmailAddress(request.address)
  if (!address.ok) return fail('ADDR_INVALID')
  const services = confirmServices(request.services, address.value, context.policy)
  if (!services.ok) return services
  const { provider, issuerRef, offer } = offerFor(request, context)
  const agreement = { address: address.value, provider, services: services.value, issuerRef }
  const { setup, credential } = setups.agree(agreement, request.previous)
  return ok({ setupId: setup.id, offer, credential })
}

/** Where tokens would come from, and what a page may offer there before any server was agreed to. */
export function offerFor(
  { providerId, issuer }: Pick<ConfirmRequest, 'providerId' | 'issuer'>,
  { providerById, laidDown }: Pick<ConfirmContext, 'providerById' | 'laidDown'>,
): {
  readonly provider: Provider | null
  readonly issuerRef: IssuerRef | null
  readonly offer: OAuthOffer | null
} {
  const provider = providerId === null ? null : providerById(providerId)
  const issuerRef = issuerFor(provider, issuer)
  return { provider, issuerRef, offer: oauthOffer(issuerRef, provider?.id ?? null, laidDown) }
}

/**
 * The gates before every setup, typed, found or saved: at least one service, one for each protocol, the locks of the
 * organisation, and what `confirmService` asks of each.
 */
export function confirmServices(
  agreed: readonly AgreedService[],
  address: EmailAddress,
  policy: Policy | null,
): Outcome<readonly ConfirmedService[], ConfirmProblem> {
  const protocols = new Set(agreed.map(({ endpoint }) => endpoint.protocol))
  // Without a service a test would have nothing to prove, and nothing that fails.
  if (agreed.length === 0 || protocols.size !== agreed.length) return fail('CFG_INVALID')
  if (policy !== null && breaksLock(policy, address, agreed)) return fail('CFG_LOCKED')
  const plainRelays = policy?.plainRelays ?? []
  const services: ConfirmedService[] = []
  for (const { endpoint, userName, origin, pin, signIn } of agreed) {
    const service = confirmService(endpoint, userName, { origin, pin, signIn, plainRelays })
    if (!service.ok) return service
    services.push(service.value)
  }
  return ok(services)
}
