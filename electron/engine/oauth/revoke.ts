import * as oauth from 'oauth4webapi'
import { asClient, clientAuth } from '#engine/oauth/client.ts'
import type { RefreshContext } from '#engine/oauth/grant.ts'
import { ServerSession } from '#engine/oauth/server-session.ts'
import type { TrustedNetwork } from '#engine/connection/trusted-network.ts'

/** Gives a refresh token back, so that it opens nothing any more (RFC 7009). `no`: it stays good until it runs out. */
export async function revoke(
  { issuer, revocationEndpoint, client, refreshToken }: RefreshContext,
  tools: TrustedNetwork,
  signal: AbortSignal,
): Promise<'yes' | 'no'> {
  if (revocationEndpoint === null) return 'no'
  const session = new ServerSession(tools, signal, issuer)
  const server = { issuer, revocation_endpoint: revocationEndpoint }
  const done = await session.step(async () =>
    oauth.processRevocationResponse(
      await oauth.revocationRequest(
        server,
        asClient(client, 0),
        clientAuth(client),
        refreshToken.reveal(),
        session.options,
      ),
    ),
  )
  return done.ok ? 'yes' : 'no'
}
