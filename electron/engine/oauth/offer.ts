import type { Provider } from '#shared/catalogue/provider.ts'
import type { OAuthOffer } from '#shared/oauth/sign-in-event.ts'
import { buildClient, type LaidDownClients } from '#engine/oauth/client.ts'
import { clientNames } from '#engine/oauth/job.ts'
import {
  oauthPlace,
  placeId,
  placeIssuer,
  placeName,
  type IssuerWord,
  type OAuthPlace,
} from '#engine/oauth/server.ts'

/**
 * Where tokens for an account come from: what is known of the provider goes before what a domain has announced.
 * @param namedBy whose word the announced one is; that of a saved account is the user's, who signed in there
 */
export function placeFor(
  provider: Provider | null,
  announced: string | null,
  namedBy: IssuerWord = 'document',
): OAuthPlace | null {
  const own = provider?.oauthIssuer ?? null
  const known = provider === null || own !== null ? null : oauthPlace(provider.id, null)
  return (
    known ??
    (own === null ? null : oauthPlace(null, own, 'owner')) ??
    (announced === null ? null : oauthPlace(null, announced, namedBy))
  )
}

/** What the page may know about it. No server is asked for this, so what an unknown one offers is not known yet. */
export function oauthOffer(
  place: OAuthPlace | null,
  providerId: string | null,
  laidDown: LaidDownClients,
): OAuthOffer | null {
  if (place === null) return null
  const known = laidDown(clientNames({ place, providerId })) ?? buildClient(placeId(place))
  return {
    server: placeName(place),
    issuer: placeIssuer(place),
    ways: place.kind === 'known' ? place.facts.ways : ['browser', 'device'],
    client: known !== null ? 'known' : place.kind === 'own' ? 'asked' : 'wanted',
    clientSecret: place.kind === 'known' ? (place.facts.clientSecret ?? 'none') : 'none',
  }
}
