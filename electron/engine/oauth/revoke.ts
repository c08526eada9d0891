import * as oauth from 'oauth4webapi'
import { asClient, clientAuth } from '#engine/oauth/client.ts'
import type { Renewal } from '#engine/oauth/grant.ts'
import { Talk } from '#engine/oauth/talk.ts'
import type { TrustedNetwork } from '#engine/connection/trusted-network.ts'

/** Gives a refresh token back, so that it opens nothing any more (RFC 7009). `no`: it stays good until it runs out. */
export async function revoke(
  { issuer, revocationEndpoint, client, refreshToken }: Renewal,
  tools: TrustedNetwork,
  signal: AbortSignal,
): Promise<'yes' | 'no'> {
  if (revocationEndpoint === null) return 'no'
  const talk = new Talk(tools, signal, issuer)
  const server = { issuer, revocation_endpoint: revocationEndpoint }
  const done = await talk.step(async () =>
    oauth.processRevocationResponse(
      await oauth.revocationRequest(
        server,
        asClient(client, 0),
        clientAuth(client),
        refreshToken.reveal(),
        talk.options,
      ),
    ),
  )
  return done.ok ? 'yes' : 'no'
}
