import * as oauth from 'oauth4webapi'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { judgeClient, type ClientCheck } from '#shared/oauth/client-check.ts'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import { inert, type Inert } from '#shared/text/inert.ts'
import type { Outcome } from '#shared/outcome.ts'
import type { TrustedNetwork } from '#engine/connection/trusted-network.ts'
import {
  describeServer,
  namedIssuer,
  type AuthorizationServer,
  type IssuerRef,
} from '#engine/oauth/authorization-server.ts'
import { asClient, clientAuth, type OAuthClient } from '#engine/oauth/client.ts'
import { ServerSession } from '#engine/oauth/server-session.ts'

export interface ClientToCheck {
  readonly issuerRef: IssuerRef
  readonly client: OAuthClient
  readonly tools: TrustedNetwork
}

/**
 * Asks the issuer whether it knows a client, without a sign-in: for a device code that is left to run out, or, where
 * there are none, for the token of a code that was never given. No address of the user is told.
 */
export async function checkClient(
  { issuerRef, client, tools }: ClientToCheck,
  signal: AbortSignal,
): Promise<Inert<ClientCheck>> {
  const dialect = issuerRef.kind === 'known' ? (issuerRef.facts.dialect ?? null) : null
  const session = new ServerSession(tools, signal, namedIssuer(issuerRef))
  const server = await describeServer(issuerRef, PROTOCOLS, session)
  if (!server.ok) return inert(judgeClient(server.error, dialect))
  const { device_authorization_endpoint: device } = server.value.metadata
  const ask = server.value.ways.includes('device') && device !== undefined ? askForCode : redeemNothing
  const answered = await ask(server.value, client, session)
  return inert(answered.ok ? answered.value : judgeClient(answered.error, dialect))
}

type Asked = Promise<Outcome<ClientCheck, OAuthFault>>

function askForCode(
  { metadata, scopes }: AuthorizationServer,
  client: OAuthClient,
  session: ServerSession,
): Asked {
  return session.step(async () => {
    const known = asClient(client, 0)
    const parameters = scopes.ask.length === 0 ? {} : { scope: scopes.ask.join(' ') }
    await oauth.processDeviceAuthorizationResponse(
      metadata,
      known,
      await oauth.deviceAuthorizationRequest(
        metadata,
        known,
        clientAuth(client),
        parameters,
        session.options,
      ),
    )
    return { state: 'known', serverSaid: null }
  })
}

function redeemNothing(
  { metadata }: AuthorizationServer,
  client: OAuthClient,
  session: ServerSession,
): Asked {
  return session.step(async () => {
    const known = asClient(client, 0)
    const parameters = {
      code: oauth.generateRandomState(),
      code_verifier: oauth.generateRandomCodeVerifier(),
      redirect_uri: 'http://127.0.0.1/',
    }
    await oauth.processGenericTokenEndpointResponse(
      metadata,
      known,
      await oauth.genericTokenEndpointRequest(
        metadata,
        known,
        clientAuth(client),
        'authorization_code',
        parameters,
        session.options,
      ),
    )
    // A token for a code that nobody was given says nothing about the client.
    return { state: 'unclear', serverSaid: null }
  })
}
