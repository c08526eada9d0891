import type { Provider } from '#shared/catalogue/provider.ts'
import type { Trail, Evidence } from '#shared/domain/evidence.ts'
import type { ServiceOrigin } from '#shared/domain/service-origin.ts'
import { asksForSignIn } from '#shared/diagnosis/asks-for-sign-in.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'
import type { ServerReply } from '#shared/domain/server-reply.ts'
import type { FailedStage } from '#shared/domain/stage.ts'
import type { Fault, FaultKind } from '#shared/domain/fault.ts'
import type { Surroundings } from '#shared/domain/surroundings.ts'

/** Everything a rule may look at. It is all data: the same situation always gives the same finding. */
export interface Situation {
  readonly evidence: Evidence
  readonly failed: FailedStage
  /** Other doors of the same server, looked at without signing in. */
  readonly alternatives: readonly Trail[]
  /** How far the other services of the same check have come by now. */
  readonly siblings: readonly Trail[]
  /** What the network around looks like, as far as anybody has asked. */
  readonly surroundings: Surroundings
  /** Of the account, in wire form. */
  readonly address: string
  readonly provider: Provider | null
  readonly origin: ServiceOrigin
  /** How the user signs in: a password and a token are refused for different reasons. */
  readonly credential: 'password' | 'token' | 'none'
  /** Whether this service wants a sign-in at all, as the user has said. */
  readonly signIn: ServiceSignIn
  /** The day of the check, `2026-11-20`: what a provider accepts changes with the date. */
  readonly date: string
}

type FaultOf<K extends FaultKind> = Extract<Fault, { readonly kind: K }>

/** The fault, if it is of one of these kinds. */
export function faultIn<K extends FaultKind>(
  situation: Situation,
  ...kinds: readonly K[]
): FaultOf<K> | null {
  const { fault } = situation.failed
  return (kinds as readonly FaultKind[]).includes(fault.kind) ? (fault as FaultOf<K>) : null
}

/** The server's negative reply, wherever in the conversation it came. */
export function rejectionIn(situation: Situation): ServerReply | null {
  return faultIn(situation, 'rejected')?.reply ?? null
}

/**
 * The server's negative answer to the test message, or to the question whether it would take one, at whatever step of
 * the transaction. An answer that asks for a sign-in says nothing about the message.
 */
export function sendRejectionIn(situation: Situation): ServerReply | null {
  const reply = situation.failed.stage === 'send' ? rejectionIn(situation) : null
  return reply === null || asksForSignIn(reply) ? null : reply
}

/** The server's negative answer to the attempt to sign in. */
export function loginRejectionIn(situation: Situation): ServerReply | null {
  return situation.failed.stage === 'login' ? rejectionIn(situation) : null
}
