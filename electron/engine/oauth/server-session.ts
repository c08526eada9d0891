import * as oauth from 'oauth4webapi'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { createRedactor, type Redactor } from '#shared/report/redact.ts'
import { visibleWords } from '#shared/text/server-text.ts'
import { exchange } from '#engine/https/exchange.ts'
import type { TrustedNetwork } from '#engine/connection/trusted-network.ts'

/** Carries what kept a request from being answered through the library, which knows exceptions only. */
class UnansweredError extends Error {
  readonly fault: LookUpFault

  constructor(fault: LookUpFault) {
    super(fault.kind)
    this.fault = fault
  }
}

/** RFC 6749, 7636, 8628 and 7009. */
const SECRET_PARAMETERS = new Set([
  'client_secret',
  'code',
  'code_verifier',
  'device_code',
  'refresh_token',
  'token',
])

/** More than this is no clock that goes wrong but a server that makes times up. */
const MOST_SKEW_S = 86_400

/**
 * All requests to one authorization server, over our own connections.
 * SECURITY: its parts are named in a document, so they have to be outside, at the port of the web. What is under the
 * very address that the user or the organisation named may be where they keep it.
 */
export class ServerSession {
  readonly #tools: TrustedNetwork
  readonly #named: string | null
  readonly signal: AbortSignal
  /** Everything secret that this server has been told: it may echo that in what it says about an error. */
  readonly #told = new Set<string>()
  /** How far the server's clock is before ours, in seconds, as its last reply said. */
  #skew = 0

  /** @param named the issuer, where it is the user's or the organisation's own word; `null` where a document's */
  constructor(tools: TrustedNetwork, signal: AbortSignal, named: string | null) {
    this.#tools = tools
    this.#named = named === null ? null : (URL.parse(named)?.origin ?? null)
    this.signal = signal
  }

  get skew(): number {
    return this.#skew
  }

  /** What the library's requests are made with. */
  get options() {
    return { [oauth.customFetch]: (url: string, options: FetchOptions) => this.#fetch(url, options) }
  }

  /** Carries out a step of the library and turns what it throws into data. Bugs are thrown on. */
  async step<T>(work: () => Promise<T>): Promise<Outcome<T, OAuthFault>> {
    try {
      return ok(await work())
    } catch (error) {
      return fail(oauthFault(error, createRedactor([...this.#told])))
    }
  }

  async #fetch(url: string, { method, headers, body }: FetchOptions): Promise<Response> {
    const target = URL.parse(url)
    if (target === null || (method !== 'GET' && method !== 'POST'))
      throw new UnansweredError({ kind: 'redirect', why: 'insecure' })
    if (body instanceof URLSearchParams)
      for (const [name, value] of body) if (SECRET_PARAMETERS.has(name)) this.#told.add(value)
    const text = typeof body === 'string' ? body : body instanceof URLSearchParams ? body.toString() : ''
    const ground = target.origin === this.#named ? 'named' : 'outside'
    const message = { method, url: target, headers, body: text } as const
    const reply = await exchange(message, ground, this.#tools, this.signal)
    if (!reply.ok) throw new UnansweredError(reply.error)
    const { status, contentType, date, body: content } = reply.value
    const skew = date === null ? 0 : Math.round((date.getTime() - this.#tools.clock.date().getTime()) / 1_000)
    this.#skew = Math.abs(skew) > MOST_SKEW_S ? 0 : skew
    const empty = status === 204 || status === 205
    return new Response(empty ? null : new Uint8Array(content), {
      // The class takes these alone; anything else is no HTTP reply worth telling apart.
      status: status < 200 || status > 599 ? 502 : status,
      headers: contentType === '' ? {} : { 'content-type': contentType },
    })
  }
}

interface FetchOptions {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: unknown
}

/** What an exception of the library stands for. */
function oauthFault(error: unknown, redact: Redactor): OAuthFault {
  if (error instanceof UnansweredError) return unanswered(error.fault)
  if (error instanceof oauth.ResponseBodyError || error instanceof oauth.AuthorizationResponseError)
    return {
      kind: 'refused',
      error: redact(visibleWords(error.error)),
      description: redact(visibleWords(error.error_description ?? '')),
    }
  // RFC 6749 section 5.2: a server that knows the identifier not may say so in a header alone.
  if (error instanceof oauth.WWWAuthenticateChallengeError)
    return { kind: 'refused', error: 'invalid_client', description: '' }
  if (error instanceof oauth.UnsupportedOperationError) return { kind: 'malformed', why: 'not-as-agreed' }
  if (error instanceof oauth.OperationProcessingError) return misbehaviour(error.code)
  throw error
}

function misbehaviour(code: string | undefined): OAuthFault {
  switch (code) {
    case oauth.RESPONSE_IS_NOT_JSON:
    case oauth.PARSE_ERROR:
      return { kind: 'malformed', why: 'not-json' }
    case oauth.JWT_TIMESTAMP_CHECK:
      return { kind: 'clock' }
    default:
      return { kind: 'malformed', why: 'not-as-agreed' }
  }
}

function unanswered(fault: LookUpFault): OAuthFault {
  if (fault.kind === 'cancelled') return { kind: 'stopped' }
  if (fault.kind === 'redirect') return { kind: 'malformed', why: 'redirect' }
  if (fault.kind === 'document')
    return { kind: 'malformed', why: fault.why === 'too-big' ? 'too-big' : 'not-json' }
  return { kind: 'network', fault }
}
