import * as oauth from 'oauth4webapi'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import type { SignInEvent } from '#shared/oauth/sign-in-event.ts'
import type { Inert } from '#shared/text/inert.ts'
import { harmless } from '#shared/text/server-text.ts'
import { fail, type Outcome } from '#shared/outcome.ts'
import { waitWithin } from '#engine/interruption.ts'
import { asClient, clientAuth, type OAuthClient } from '#engine/oauth/client.ts'
import { issuerOfReply, readGrant, type Grant } from '#engine/oauth/grant.ts'
import { findClient, type SignInJob } from '#engine/oauth/job.ts'
import { pageAddress } from '#engine/oauth/page-address.ts'
import type { AuthorizationServer } from '#engine/oauth/authorization-server.ts'
import type { ServerSession } from '#engine/oauth/server-session.ts'

type Ending<T> = Outcome<T, OAuthFault>

/** RFC 8628 section 3.2: where the server does not say how often to ask. */
const INTERVAL_S = 5
/** RFC 8628 section 3.5: by how much slower after `slow_down`. */
const SLOWER_S = 5
const MOST_INTERVAL_S = 60
const MOST_LIFE_S = 1_800

/** Signs in with a code that is typed on any device with a browser (RFC 8628). */
export async function* signInByDevice(
  job: SignInJob,
  server: AuthorizationServer,
  session: ServerSession,
): AsyncGenerator<Inert<SignInEvent>, Ending<Grant>> {
  const { metadata, scopes } = server
  if (metadata.device_authorization_endpoint === undefined) return fail({ kind: 'no-device' })
  const client = await findClient(job, server, null, session)
  if (!client.ok) return client
  const code = await session.step(async () => {
    const parameters = scopes.ask.length === 0 ? {} : { scope: scopes.ask.join(' ') }
    const known = asClient(client.value, 0)
    const auth = clientAuth(client.value)
    return oauth.processDeviceAuthorizationResponse(
      metadata,
      known,
      await oauth.deviceAuthorizationRequest(metadata, known, auth, parameters, session.options),
    )
  })
  if (!code.ok) return code
  const { verification_uri: page, user_code: userCode } = code.value
  // SECURITY: people are sent there to sign in.
  const url = pageAddress(page)
  if (url === null) return fail({ kind: 'malformed', why: 'not-as-agreed' })
  const seconds = Math.min(code.value.expires_in, MOST_LIFE_S)
  yield { type: 'code', code: harmless(userCode, 40), url, seconds }
  return await askUntilAnswered(job, server, client.value, code.value, session)
}

async function askUntilAnswered(
  job: SignInJob,
  server: AuthorizationServer,
  client: OAuthClient,
  code: oauth.DeviceAuthorizationResponse,
  session: ServerSession,
): Promise<Ending<Grant>> {
  const { clock } = job.tools
  const endsAt = clock.now() + Math.min(code.expires_in, MOST_LIFE_S) * 1_000
  let interval = Math.min(code.interval ?? INTERVAL_S, MOST_INTERVAL_S)
  for (;;) {
    await waitWithin(interval * 1_000, new Promise<null>(() => {}), null, session.signal)
    if (session.signal.aborted) return fail({ kind: 'stopped' })
    if (clock.now() >= endsAt) return fail({ kind: 'timeout' })
    const reply = await askOnce(server, client, code.device_code, session)
    if (reply.ok) {
      const wanted = [job.address, ...job.userNames]
      return readGrant(reply.value, { server, client, wanted, session, now: () => clock.now() })
    }
    const answer = progressOf(reply.error)
    if (answer === 'over') return fail({ kind: 'timeout' })
    if (answer === 'failed') return reply
    if (answer === 'slower') interval = Math.min(interval + SLOWER_S, MOST_INTERVAL_S)
  }
}

/** RFC 8628 section 3.5. A line that fails once does not end the wait: the code is still good. */
function progressOf(fault: OAuthFault): 'waiting' | 'slower' | 'over' | 'failed' {
  if (fault.kind === 'network') return 'slower'
  if (fault.kind !== 'refused') return 'failed'
  switch (fault.error) {
    case 'authorization_pending':
      return 'waiting'
    case 'slow_down':
      return 'slower'
    case 'expired_token':
      return 'over'
    default:
      return 'failed'
  }
}

function askOnce(
  server: AuthorizationServer,
  client: OAuthClient,
  deviceCode: string,
  session: ServerSession,
) {
  const { metadata } = server
  return session.step(async () => {
    const response = await oauth.deviceCodeGrantRequest(
      metadata,
      asClient(client, 0),
      clientAuth(client),
      deviceCode,
      session.options,
    )
    return oauth.processDeviceCodeResponse(
      await issuerOfReply(server, response),
      asClient(client, session.skew),
      response,
    )
  })
}
