import type { Provider } from '#shared/catalogue/provider.ts'
import { registrationAt } from '#shared/oauth/client-registration.ts'
import type { OAuthOffer } from '#shared/oauth/sign-in-event.ts'
import { buildClient, type LaidDownClients } from '#engine/oauth/client.ts'
import { clientNames } from '#engine/oauth/job.ts'
import {
  parseIssuerRef,
  issuerId,
  issuerUrl,
  issuerName,
  type IssuerWord,
  type IssuerRef,
} from '#engine/oauth/authorization-server.ts'

/**
 * Where tokens for an account come from: what is known of the provider goes before what a domain has announced.
 * @param namedBy whose word the announced one is; that of a saved account is the user's, who signed in there
 */
export function issuerFor(
  provider: Provider | null,
  announced: string | null,
  namedBy: IssuerWord = 'document',
): IssuerRef | null {
  const own = provider?.oauthIssuer ?? null
  const known = provider === null || own !== null ? null : parseIssuerRef(provider.id, null)
  return (
    known ??
    (own === null ? null : parseIssuerRef(null, own, 'owner')) ??
    (announced === null ? null : parseIssuerRef(null, announced, namedBy))
  )
}

/** What the page may know about it. No server is asked for this, so what an unknown one offers is not known yet. */
export function oauthOffer(
  issuerRef: IssuerRef | null,
  providerId: string | null,
  laidDown: LaidDownClients,
): OAuthOffer | null {
  if (issuerRef === null) return null
  const known = laidDown(clientNames({ issuerRef, providerId })) ?? buildClient(issuerId(issuerRef))
  return {
    server: issuerName(issuerRef),
    issuer: issuerUrl(issuerRef),
    ways: issuerRef.kind === 'known' ? issuerRef.facts.ways : ['browser', 'device'],
    client: known !== null ? 'known' : issuerRef.kind === 'own' ? 'asked' : 'wanted',
    registration: issuerRef.kind === 'known' ? registrationAt(issuerRef.facts) : null,
    clientSecret: issuerRef.kind === 'known' ? (issuerRef.facts.clientSecret ?? 'none') : 'none',
  }
}
