import * as oauth from 'oauth4webapi'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import { accountNames, otherAccount } from '#shared/oauth/account-match.ts'
import { secretProblem } from '#shared/domain/credential-text.ts'
import { missingScopes } from '#shared/oauth/scopes.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { asClient, type OAuthClient } from '#engine/oauth/client.ts'
import type { AuthorizationServer } from '#engine/oauth/authorization-server.ts'
import type { ServerSession } from '#engine/oauth/server-session.ts'
import { Secret } from '#engine/secret.ts'

/** What it takes to get the next token without a person. */
export interface RefreshContext {
  readonly issuer: string
  readonly tokenEndpoint: string
  readonly revocationEndpoint: string | null
  readonly client: OAuthClient
  readonly refreshToken: Secret
}

/** What a server has given for an account. */
export interface Grant {
  readonly issuer: string
  readonly client: OAuthClient
  readonly accessToken: Secret
  /** By the monotonic clock; `null` where the server does not say. */
  readonly expiresAtMs: number | null
  /** Who signed in, as the server says; `null` where it does not. */
  readonly account: string | null
  /** `null` where the server gives no token for later: then a person signs in again each time. */
  readonly refreshContext: RefreshContext | null
}

export interface GrantRequest {
  readonly server: AuthorizationServer
  readonly client: OAuthClient
  /** The address and the user names it may be. */
  readonly wanted: readonly string[]
  readonly session: ServerSession
  readonly now: () => number
}

/** Reads what a token endpoint has answered: enough for mail, and for the right account. */
export async function readGrant(
  reply: oauth.TokenEndpointResponse,
  request: GrantRequest,
): Promise<Outcome<Grant, OAuthFault>> {
  const { server, client, wanted, now } = request
  const unfit = unfitTokens(reply)
  if (unfit !== null) return fail(unfit)
  const missing = missingScopes(server.scopes, reply.scope)
  if (missing.length > 0) return fail({ kind: 'scope', missing })
  const names = await namesOf(reply, request)
  const other = otherAccount(names, wanted)
  if (other !== null) return fail({ kind: 'account', other })
  const { refresh_token: refreshToken, expires_in: seconds } = reply
  const { issuer, token_endpoint: tokenEndpoint, revocation_endpoint: revocation } = server.metadata
  return ok({
    issuer,
    client,
    accessToken: new Secret(reply.access_token),
    expiresAtMs: seconds === undefined ? null : now() + seconds * 1_000,
    account: names[0] ?? null,
    refreshContext:
      refreshToken === undefined || tokenEndpoint === undefined
        ? null
        : {
            issuer,
            tokenEndpoint,
            revocationEndpoint: revocation ?? null,
            client,
            refreshToken: new Secret(refreshToken),
          },
  })
}

/** Tokens are held to what every other secret is held to; `null` if they are fit. */
export function unfitTokens({
  access_token: access,
  refresh_token: refresh,
}: oauth.TokenEndpointResponse): OAuthFault | null {
  const problems = [access, ...(refresh === undefined ? [] : [refresh])].map(secretProblem)
  if (problems.includes('too-long')) return { kind: 'malformed', why: 'too-big' }
  return problems.every((problem) => problem === null) ? null : { kind: 'malformed', why: 'not-as-agreed' }
}

/** Who signed in: from the ID token, else from where the server keeps it (OpenID Connect Core section 5.3). */
async function namesOf(
  reply: oauth.TokenEndpointResponse,
  { server, client, session }: GrantRequest,
): Promise<readonly string[]> {
  const claims = oauth.getValidatedIdTokenClaims(reply)
  const names = accountNames(claims ?? {})
  const { metadata } = server
  if (names.length > 0 || claims === undefined || metadata.userinfo_endpoint === undefined) return names
  const asked = await session.step(async () =>
    oauth.processUserInfoResponse(
      metadata,
      asClient(client, session.skew),
      claims.sub,
      await oauth.userInfoRequest(
        metadata,
        asClient(client, session.skew),
        reply.access_token,
        session.options,
      ),
    ),
  )
  return asked.ok ? accountNames(asked.value) : []
}

const TENANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Where every tenant is an issuer of its own, the one whose token this is: only known when the token is there. It
 * came over our own TLS connection to the token endpoint, so only that server can have named the tenant.
 */
export async function issuerOfReply(
  { issuerRef, metadata }: AuthorizationServer,
  response: Response,
): Promise<oauth.AuthorizationServer> {
  const template = issuerRef.kind === 'known' ? issuerRef.facts.tokenIssuer : undefined
  if (template === undefined) return metadata
  const tenant = await tenantIn(response.clone())
  return tenant === null ? metadata : { ...metadata, issuer: template.replace('{tid}', tenant) }
}

async function tenantIn(response: Response): Promise<string | null> {
  try {
    const { id_token: token } = (await response.json()) as { readonly id_token?: unknown }
    const [, payload = ''] = typeof token === 'string' ? token.split('.') : []
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as {
      readonly tid?: unknown
    }
    return typeof claims.tid === 'string' && TENANT.test(claims.tid) ? claims.tid : null
  } catch {
    return null
  }
}
