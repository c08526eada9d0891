import * as oauth from 'oauth4webapi'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { OAuthClient } from '#engine/oauth/client.ts'
import type { AuthorizationServer } from '#engine/oauth/authorization-server.ts'
import type { ServerSession } from '#engine/oauth/server-session.ts'
import { Secret } from '#engine/secret.ts'

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

/**
 * Asks a server for an identifier of our own (RFC 7591): one for this account on this computer.
 * @param redirectUri where the browser will hand the answer back; `null` for a sign-in on another device
 */
export async function registerClient(
  { metadata, scopes }: AuthorizationServer,
  redirectUri: string | null,
  session: ServerSession,
): Promise<Outcome<OAuthClient, OAuthFault>> {
  const registered = await session.step(async () =>
    oauth.processDynamicClientRegistrationResponse(
      await oauth.dynamicClientRegistrationRequest(
        metadata,
        {
          client_name: 'Mailwright',
          application_type: 'native',
          token_endpoint_auth_method: 'none',
          redirect_uris: redirectUri === null ? [] : [redirectUri],
          response_types: redirectUri === null ? [] : ['code'],
          grant_types: [redirectUri === null ? DEVICE_GRANT : 'authorization_code', 'refresh_token'],
          ...(scopes.ask.length === 0 ? {} : { scope: scopes.ask.join(' ') }),
        },
        session.options,
      ),
    ),
  )
  if (!registered.ok) return registered
  const { client_id: id, client_secret: secret } = registered.value
  return ok({ id, secret: typeof secret === 'string' && secret !== '' ? new Secret(secret) : null })
}
