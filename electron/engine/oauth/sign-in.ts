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
import { describeServer, namedIssuer, placeId, type OAuthServer } from '#engine/oauth/server.ts'
import { Talk } from '#engine/oauth/talk.ts'

/** How a sign-in ended, and what is known about the server by then. */
export interface SignInEnding {
  readonly grant: Outcome<Grant, OAuthFault>
  readonly server: OAuthServer | null
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
    job.place.kind === 'known' && chosenClient(job) === null && buildClient(placeId(job.place)) === null
  if (hopeless) return { grant: fail({ kind: 'no-client' }), server: null }
  const talk = new Talk(job.tools, signal, namedIssuer(job.place))
  const server = await describeServer(job.place, job.protocols, talk)
  if (!server.ok) return { grant: server, server: null }
  if (way === 'device' && !server.value.ways.includes('device'))
    return { grant: fail({ kind: 'no-device' }), server: server.value }
  const going = way === 'browser' ? signInByBrowser : signInByDevice
  return { grant: yield* going(job, server.value, talk), server: server.value }
}
