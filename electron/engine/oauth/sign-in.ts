import type { OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import type { SignInEvent } from '#shared/oauth/sign-in-event.ts'
import type { Inert } from '#shared/text/inert.ts'
import { fail, type Outcome } from '#shared/outcome.ts'
import { signInByBrowser } from '#engine/oauth/browser-sign-in.ts'
import { signInByDevice } from '#engine/oauth/device-sign-in.ts'
import type { Grant } from '#engine/oauth/grant.ts'
import { chosenClient, type SignInJob } from '#engine/oauth/job.ts'
import { buildClient } from '#engine/oauth/client.ts'
import {
  describeServer,
  namedIssuer,
  issuerId,
  type AuthorizationServer,
} from '#engine/oauth/authorization-server.ts'
import { ServerSession } from '#engine/oauth/server-session.ts'

/** How a sign-in ended, and what is known about the server by then. */
export interface SignInEnding {
  readonly grant: Outcome<Grant, OAuthFault>
  readonly server: AuthorizationServer | null
}

/**
 * Signs in without a password and tells what happens as it happens. Ends at once when the signal aborts; nothing goes
 * on listening or asking after the end.
 */
export async function* signIn(
  way: OAuthWay,
  job: SignInJob,
  signal: AbortSignal,
): AsyncGenerator<Inert<SignInEvent>, SignInEnding> {
  yield { type: 'preparing' }
  if (signal.aborted) return { grant: fail({ kind: 'stopped' }), server: null }
  // Nothing is worth asking a server that no identifier will ever be known for.
  const hopeless =
    job.issuerRef.kind === 'known' &&
    chosenClient(job) === null &&
    buildClient(issuerId(job.issuerRef)) === null
  if (hopeless) return { grant: fail({ kind: 'no-client' }), server: null }
  const session = new ServerSession(job.tools, signal, namedIssuer(job.issuerRef))
  const server = await describeServer(job.issuerRef, job.protocols, session)
  if (!server.ok) return { grant: server, server: null }
  if (way === 'device' && !server.value.ways.includes('device'))
    return { grant: fail({ kind: 'no-device' }), server: server.value }
  const going = way === 'browser' ? signInByBrowser : signInByDevice
  return { grant: yield* going(job, server.value, session), server: server.value }
}
