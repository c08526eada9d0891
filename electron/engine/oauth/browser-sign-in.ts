import * as oauth from 'oauth4webapi'
import { createTranslator } from '#shared/i18n/translator.ts'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import type { SignInEvent } from '#shared/oauth/sign-in-event.ts'
import type { Inert } from '#shared/text/inert.ts'
import { fail, type Outcome } from '#shared/outcome.ts'
import { interruptAfter, interruptionOf } from '#engine/interruption.ts'
import { asClient, clientAuth, type OAuthClient } from '#engine/oauth/client.ts'
import { issuerOfReply, readGrant, type Grant } from '#engine/oauth/grant.ts'
import { chosenClient, findClient, type SignInJob } from '#engine/oauth/job.ts'
import { openListener, type LoopbackListener } from '#engine/oauth/loopback-listener.ts'
import { pageAddress } from '#engine/oauth/page-address.ts'
import type { AuthorizationServer } from '#engine/oauth/authorization-server.ts'
import type { ServerSession } from '#engine/oauth/server-session.ts'

type Ending<T> = Outcome<T, OAuthFault>

/** What ties the answer to the request: only this sign-in knows these three. */
interface Ties {
  readonly state: string
  readonly verifier: string
  readonly nonce: string | null
}

/**
 * Signs in on a page of the server, in the system's browser: authorization code with PKCE, answered to this computer
 * itself (RFC 6749, 7636, 8252; RFC 9700 for what has been learned since).
 */
export async function* signInByBrowser(
  job: SignInJob,
  server: AuthorizationServer,
  session: ServerSession,
): AsyncGenerator<Inert<SignInEvent>, Ending<Grant>> {
  if (server.metadata.authorization_endpoint === undefined)
    return fail({ kind: 'malformed', why: 'not-as-agreed' })
  const ties: Ties = {
    state: oauth.generateRandomState(),
    verifier: oauth.generateRandomCodeVerifier(),
    nonce: server.scopes.ask.includes('openid') ? oauth.generateRandomNonce() : null,
  }
  const listener = await listen(job, server, ties.state)
  if (!listener.ok) return fail({ kind: 'port' })
  const { redirectUri } = listener.value
  try {
    const client = await findClient(job, server, redirectUri, session)
    if (!client.ok) return client
    const url = pageAddress(await authorizationUrl(job, server, client.value, redirectUri, ties))
    if (url === null) return fail({ kind: 'malformed', why: 'not-as-agreed' })
    if (session.signal.aborted) return fail({ kind: 'stopped' })
    const opened = (await job.openUrl(url)) ? 'yes' : 'no'
    yield { type: 'opened', url, opened, seconds: Math.round(job.patienceMs / 1_000) }
    const parameters = yield* answerTo(listener.value, job.patienceMs, session.signal)
    if (!parameters.ok) return parameters
    return await redeem(job, server, client.value, parameters.value, redirectUri, ties, session)
  } finally {
    listener.value.close()
  }
}

/** A path of its own is only possible where the server learns it: when it gives us an identifier just now. */
function listen(job: SignInJob, { issuerRef, metadata }: AuthorizationServer, state: string) {
  const { t } = createTranslator(job.language)
  const isNew = chosenClient(job) === null && metadata.registration_endpoint !== undefined
  const name =
    issuerRef.kind === 'known' && issuerRef.facts.redirect !== undefined ? 'localhost' : '127.0.0.1'
  return openListener({
    path: isNew ? 'random' : 'fixed',
    name,
    state,
    language: job.language,
    page: (kind) => ({ title: t(`oauth.page.${kind}.title`), text: t(`oauth.page.${kind}.text`) }),
  })
}

async function authorizationUrl(
  { address }: SignInJob,
  { metadata, scopes, issuerRef }: AuthorizationServer,
  client: OAuthClient,
  redirectUri: string,
  { state, verifier, nonce }: Ties,
): Promise<string> {
  const url = new URL(metadata.authorization_endpoint ?? '')
  const own = issuerRef.kind === 'known' ? issuerRef.facts.parameters : undefined
  // OpenID Connect Core section 11: a token for later needs a yes that was given for it.
  const lasting =
    scopes.ask.includes('offline_access') && issuerRef.kind === 'own' ? { prompt: 'consent' } : {}
  const parameters = {
    response_type: 'code',
    client_id: client.id,
    redirect_uri: redirectUri,
    ...(scopes.ask.length === 0 ? {} : { scope: scopes.ask.join(' ') }),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(nonce === null ? {} : { nonce }),
    login_hint: address,
    ...lasting,
    ...own,
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

/** Strays do not end the wait: a page or program that sends one must not be able to end a sign-in (case 75). */
async function* answerTo(
  { answers, close }: LoopbackListener,
  patienceMs: number,
  parent: AbortSignal,
): AsyncGenerator<Inert<SignInEvent>, Ending<URLSearchParams>> {
  const patience = interruptAfter(patienceMs, parent)
  patience.signal.addEventListener('abort', close, { once: true })
  if (patience.signal.aborted) close()
  try {
    for await (const answer of answers) {
      if (answer.kind === 'answer') return { ok: true, value: answer.parameters }
      yield { type: 'stray' }
    }
  } finally {
    patience.end()
  }
  return fail({ kind: interruptionOf(patience.signal).error.kind === 'timeout' ? 'timeout' : 'stopped' })
}

async function redeem(
  job: SignInJob,
  server: AuthorizationServer,
  client: OAuthClient,
  parameters: URLSearchParams,
  redirectUri: string,
  { state, verifier, nonce }: Ties,
  session: ServerSession,
): Promise<Ending<Grant>> {
  const { metadata } = server
  const callback = validateAnswer(server, client, parameters, state)
  if (!callback.ok) return callback
  const reply = await session.step(async () => {
    const response = await oauth.authorizationCodeGrantRequest(
      metadata,
      asClient(client, 0),
      clientAuth(client),
      callback.value,
      redirectUri,
      verifier,
      session.options,
    )
    return oauth.processAuthorizationCodeResponse(
      await issuerOfReply(server, response),
      asClient(client, session.skew),
      response,
      nonce === null ? {} : { expectedNonce: nonce, requireIdToken: true },
    )
  })
  if (!reply.ok) return reply
  const wanted = [job.address, ...job.userNames]
  return readGrant(reply.value, { server, client, wanted, session, now: () => job.tools.clock.now() })
}

/** SECURITY: the state is ours already; what is left to be wrong is who answers (mix-up, RFC 9207). */
function validateAnswer(
  { metadata }: AuthorizationServer,
  client: OAuthClient,
  parameters: URLSearchParams,
  state: string,
): Ending<URLSearchParams> {
  try {
    return { ok: true, value: oauth.validateAuthResponse(metadata, asClient(client, 0), parameters, state) }
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError)
      return fail({ kind: 'refused', error: error.error, description: error.error_description ?? '' })
    if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError)
      return fail({ kind: 'mix-up' })
    throw error
  }
}
