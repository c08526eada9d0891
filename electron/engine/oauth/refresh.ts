import * as oauth from 'oauth4webapi'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { asClient, clientAuth } from '#engine/oauth/client.ts'
import { unfitTokens, type Grant, type RefreshContext } from '#engine/oauth/grant.ts'
import { ServerSession } from '#engine/oauth/server-session.ts'
import type { TrustedNetwork } from '#engine/connection/trusted-network.ts'
import { Secret } from '#engine/secret.ts'

/**
 * A new access token (RFC 6749 section 6). A server may replace the refresh token while it is at it; the old one is
 * then good for nothing, so the new one in the answer has to be kept before anything else is done.
 */
export async function refresh(
  refreshContext: RefreshContext,
  tools: TrustedNetwork,
  signal: AbortSignal,
): Promise<Outcome<Grant, OAuthFault>> {
  const { issuer, tokenEndpoint, client, refreshToken } = refreshContext
  const server = { issuer, token_endpoint: tokenEndpoint }
  // Kept after a sign-in that the user saw through.
  const session = new ServerSession(tools, signal, issuer)
  const reply = await session.step(async () => {
    const response = await oauth.refreshTokenGrantRequest(
      server,
      asClient(client, 0),
      clientAuth(client),
      refreshToken.reveal(),
      session.options,
    )
    const bare = response.status === 200 ? await withoutIdToken(response) : response
    return oauth.processRefreshTokenResponse(server, asClient(client, 0), bare)
  })
  if (!reply.ok) return reply
  const unfit = unfitTokens(reply.value)
  if (unfit !== null) return fail(unfit)
  const { access_token: accessToken, refresh_token: next, expires_in: seconds } = reply.value
  return ok({
    issuer,
    client,
    accessToken: new Secret(accessToken),
    expiresAtMs: seconds === undefined ? null : tools.clock.now() + seconds * 1_000,
    account: null,
    refreshContext: { ...refreshContext, refreshToken: next === undefined ? refreshToken : new Secret(next) },
  })
}

/** Who signed in was settled by the first answer; an ID token in this one, of whatever issuer, is not looked at. */
async function withoutIdToken(response: Response): Promise<Response> {
  const { headers } = response
  const text = await response.text()
  try {
    const reply = JSON.parse(text) as Readonly<Record<string, unknown>>
    const rest = Object.entries(reply).filter(([name]) => name !== 'id_token')
    return new Response(JSON.stringify(Object.fromEntries(rest)), { headers })
  } catch {
    return new Response(text, { headers })
  }
}
