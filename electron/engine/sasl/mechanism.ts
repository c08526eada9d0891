import type { Fault } from '#shared/domain/fault.ts'
import type { AuthMethod } from '#shared/domain/protocol.ts'
import { fail, type Outcome } from '#shared/outcome.ts'
import type { Credential } from '#engine/secret.ts'
import type { WirePart } from '#engine/transcript.ts'

/** What goes into one SASL message, already in base64. */
export type SaslMessage = WirePart

/** One run of a mechanism (RFC 4422). */
export interface SaslExchange {
  /** Sent with the command where the protocol allows it, otherwise as the answer to an empty challenge. */
  readonly initial: SaslMessage | null
  /** `one`: the first message is the whole exchange, and the server can only accept or refuse it. */
  readonly messages?: 'one'
  /** The answer to the server's next challenge (base64), or `null` to break off. */
  respond(challenge: string): Promise<SaslMessage | null>
  /**
   * What this side holds against the server when the server has ended the exchange: where the server has to prove
   * itself, its yes alone is not enough.
   */
  objection?(verdict: 'accepted' | 'refused'): Fault | null
}

/** Ties a sign-in to the TLS connection it runs over, so that an attacker in between cannot pass it on (RFC 5056). */
export interface ChannelBinding {
  readonly type: 'tls-exporter'
  readonly data: Buffer
}

/** A way to sign in. One file each; the registry orders them. */
export interface SaslMechanism {
  readonly method: AuthMethod
  /** As servers announce it. */
  readonly name: string
  readonly takes: Credential['kind']
  /** Whether it can only be used over a connection that offers a binding. */
  readonly binds: 'channel' | 'nothing'
  /** @param binding what the connection offers, whether the mechanism uses it or not */
  start(userName: string, credential: Credential, binding: ChannelBinding | null): SaslExchange
}

/** A server that goes on asking forever is cut off. */
export const MAX_CHALLENGES = 10

/** The end of an exchange as this side sees it. `said` is what the server's own verdict amounts to. */
export function conclude<T>(
  exchange: SaslExchange,
  verdict: 'accepted' | 'refused',
  said: Outcome<T, Fault>,
): Outcome<T, Fault> {
  const objection = exchange.objection?.(verdict) ?? null
  return objection === null ? said : fail(objection)
}

/** For mechanisms with a single answer to give: a server that goes on asking is broken off. */
export function answerOnce(answer: (challenge: string) => SaslMessage): SaslExchange['respond'] {
  let answered = false
  return async (challenge) => {
    if (answered) return null
    answered = true
    return answer(challenge)
  }
}

export function toBase64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64')
}

export function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8')
}
