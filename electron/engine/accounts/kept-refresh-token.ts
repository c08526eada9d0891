import * as v from 'valibot'
import type { OAuthClient } from '#engine/oauth/client.ts'
import type { RefreshContext } from '#engine/oauth/grant.ts'
import { Secret } from '#engine/secret.ts'

/**
 * Everything a refresh token belongs to is kept with it, in the keychain.
 * SECURITY: another process can change the account file; that file must not be able to say where a refresh
 * token is sent.
 */
const record = v.object({
  version: v.literal(1),
  issuer: v.string(),
  tokenEndpoint: v.pipe(v.string(), v.startsWith('https://')),
  revocationEndpoint: v.nullable(v.pipe(v.string(), v.startsWith('https://'))),
  clientId: v.string(),
  clientSecret: v.nullable(v.string()),
  refreshToken: v.string(),
})

/** The value for the keychain. It is a secret as a whole. */
export function writeRefreshToken({ client, refreshToken, ...rest }: RefreshContext): Secret {
  const kept: v.InferOutput<typeof record> = {
    version: 1,
    issuer: rest.issuer,
    tokenEndpoint: rest.tokenEndpoint,
    revocationEndpoint: rest.revocationEndpoint,
    clientId: client.id,
    clientSecret: client.secret?.reveal() ?? null,
    refreshToken: refreshToken.reveal(),
  }
  return new Secret(JSON.stringify(kept))
}

/** `null` for what is none, or was damaged. */
export function readRefreshToken(secret: Secret): RefreshContext | null {
  const parsed = v.safeParse(record, parse(secret.reveal()))
  if (!parsed.success) return null
  const { issuer, tokenEndpoint, revocationEndpoint, clientId, clientSecret, refreshToken } = parsed.output
  const client: OAuthClient = {
    id: clientId,
    secret: clientSecret === null ? null : new Secret(clientSecret),
  }
  return { issuer, tokenEndpoint, revocationEndpoint, client, refreshToken: new Secret(refreshToken) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
