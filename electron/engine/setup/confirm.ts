import type { Provider } from '#shared/catalogue/provider.ts'
import type { ConfirmedTicket, ConfirmProblem } from '#shared/contract/contract.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import type { ServiceOrigin } from '#shared/domain/service-origin.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { breaksLock } from '#shared/policy/locks.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { confirmService, type ConfirmedService } from '#engine/confirmed-service.ts'
import { oauthOffer, placeFor } from '#engine/oauth/offer.ts'
import type { LaidDownClients } from '#engine/oauth/client.ts'
import type { Setups } from '#engine/setup/setups.ts'

export interface ConfirmRequest {
  readonly address: string
  readonly providerId: string | null
  readonly services: readonly {
    readonly endpoint: ServerEndpoint
    readonly userName: string
    readonly origin: ServiceOrigin
    readonly pin: string | null
    readonly signIn: ServiceSignIn
  }[]
  readonly previous: string | null
  /** A sign-in server that the domain has announced, or `null`. */
  readonly issuer: string | null
}

export interface ConfirmContext {
  readonly providerById: (id: string) => Provider | null
  readonly policy: Policy | null
  readonly laidDown: LaidDownClients
}

/** Opens a setup for what the user has just agreed to; one service per protocol. */
export function confirmSetup(
  setups: Setups,
  request: ConfirmRequest,
  { providerById, policy, laidDown }: ConfirmContext,
): Outcome<ConfirmedTicket, ConfirmProblem> {
  const address = parseEmailAddress(request.address)
  if (!address.ok) return fail('ADDR_INVALID')
  const protocols = request.services.map(({ endpoint }) => endpoint.protocol)
  if (new Set(protocols).size !== protocols.length) return fail('CFG_INVALID')
  if (policy !== null && breaksLock(policy, address.value, request.services)) return fail('CFG_LOCKED')
  const services: ConfirmedService[] = []
  for (const { endpoint, userName, ...options } of request.services) {
    const service = confirmService(endpoint, userName, options)
    if (!service.ok) return service
    services.push(service.value)
  }
  const provider = request.providerId === null ? null : providerById(request.providerId)
  const place = placeFor(provider, request.issuer)
  const agreement = { address: address.value, provider, services, place }
  const { setup, credential } = setups.agree(agreement, request.previous)
  return ok({ setupId: setup.id, offer: oauthOffer(place, provider?.id ?? null, laidDown), credential })
}
