import { hasAdministrator } from '#shared/catalogue/administrators.ts'
import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { knownScopes } from '#shared/oauth/scopes.ts'
import { assertNever } from '#shared/outcome.ts'

/** What an administrator has to know to register Mailwright with an issuer. Facts of the catalogue, no client ID. */
export type OAuthRegistration = Pick<OAuthIssuer, 'id' | 'scopes' | 'mailScopes' | 'clientSecret'> & {
  readonly console: NonNullable<OAuthIssuer['console']>
  readonly page: string
  /** As the console takes it; `null` where it asks for none of a desktop program. */
  readonly redirect: string | null
  readonly authorization: string
}

/** `null` where no console is known, or the issuer takes no new clients. */
export function registrationAt(issuer: OAuthIssuer): OAuthRegistration | null {
  const { id, scopes, mailScopes, console, registrationPage: page, endpoints, clientSecret } = issuer
  if (console === undefined || page === null) return null
  return {
    id,
    scopes,
    mailScopes,
    ...(clientSecret === undefined ? {} : { clientSecret }),
    console,
    page,
    redirect: issuer.redirect ?? null,
    authorization: endpoints.authorization,
  }
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const GOOGLE = /^[0-9]{6,30}(?:-[a-z0-9]{1,64})?\.apps\.googleusercontent\.com$/

/** Whether a text can be a client ID there, before a server is asked or a user signs in. */
export function isClientIdForm(console: OAuthRegistration['console'], id: string): boolean {
  switch (console) {
    case 'entra':
      return GUID.test(id)
    case 'google':
      return GOOGLE.test(id)
    default:
      return assertNever(console)
  }
}

/** What Microsoft takes in the place of a tenant where none is known. */
export const NO_TENANT = 'organizations'

/** A domain of an organisation is a name of its tenant; a private address has none. */
export function tenantOf(address: string, providerId: string | null): string {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return hasAdministrator(providerId) ? domain : NO_TENANT
}

export interface ConsentRequest {
  readonly tenant: string
  readonly clientId: string
  readonly protocols: readonly Protocol[]
}

/**
 * The link with which an administrator agrees to a client and its permissions for the whole organisation: Microsoft's v2
 * endpoint, which requires the scopes and the redirect URI. Afterwards it sends the browser of the administrator to that
 * URI, where nothing listens. `null` where the issuer has no such page.
 */
export function adminConsentUrl(
  { console, authorization, redirect, ...scopes }: OAuthRegistration,
  { tenant, clientId, protocols }: ConsentRequest,
): string | null {
  if (console !== 'entra') return null
  const { origin = '' } = /^(?<origin>https:\/\/[^/]+)/.exec(authorization)?.groups ?? {}
  const query = [
    ['client_id', clientId],
    ['scope', knownScopes(scopes, protocols).ask.join(' ')],
    ['redirect_uri', redirect ?? ''],
  ].map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`)
  return `${origin}/${encodeURIComponent(tenant)}/v2.0/adminconsent?${query.join('&')}`
}

/**
 * A policy for the computers of the organisation that names the client (docs/policy.md). Where the issuer hands out a
 * secret it is left empty: a policy with it is refused, and the place is named.
 */
export function policyWithClient(
  { id, clientSecret }: Pick<OAuthRegistration, 'id' | 'clientSecret'>,
  clientId: string,
  organisation: string,
): string {
  const client = clientSecret === 'usual' ? { id: clientId, secret: '' } : clientId
  return `${JSON.stringify({ schema: 1, organisation, oauthClients: { [id]: client } }, null, 2)}\n`
}
