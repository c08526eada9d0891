import type { Provider } from '#shared/catalogue/provider.ts'
import type { Trail, Evidence } from '#shared/domain/evidence.ts'
import type { ServiceOrigin } from '#shared/domain/service-origin.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'
import type { ServerReply } from '#shared/domain/server-reply.ts'
import type { FailedStage, Stage } from '#shared/domain/stage.ts'
import type { Fault, FaultKind } from '#shared/domain/fault.ts'
import type { Surroundings } from '#shared/domain/surroundings.ts'
import { meaningOf, type ReplyStep } from '#shared/replies/meaning.ts'
import type { ReplyCode } from '#shared/replies/reply-code.ts'

/** Everything a rule may look at. It is all data: the same situation always gives the same finding. */
export interface Situation {
  readonly evidence: Evidence
  readonly failed: FailedStage
  /** Other ports of the same server, probed without signing in. */
  readonly alternatives: readonly Trail[]
  /** How far the other services of the same check have come by now. */
  readonly siblings: readonly Trail[]
  /** What other hosts answer in this network, as far as they were asked. */
  readonly surroundings: Surroundings
  /** Of the account, in wire form. */
  readonly address: string
  readonly provider: Provider | null
  readonly origin: ServiceOrigin
  /** How the user signs in: a password and a token are refused for different reasons. */
  readonly credential: 'password' | 'token' | 'none'
  /** Whether this service requires a sign-in at all, as the user has said. */
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

/** A situation with the meaning of the reply in it: `null` where the failure is not a refusal in words. */
export interface JudgedSituation extends Situation {
  readonly meaning: ReplyCode | null
}

/** Reads the reply once, for all rules. */
export function judged(situation: Situation): JudgedSituation {
  const reply = rejectionIn(situation)
  return { ...situation, meaning: reply === null ? null : meaningIn(situation, reply) }
}

/** What is said to a mechanism that failed before the password was compared is no word about the password. */
function meaningIn({ credential, failed }: Situation, reply: ServerReply): ReplyCode {
  const { fault, stage } = failed
  if (fault.kind === 'mechanism-failed') return 'AUTH_MECHANISM'
  const command = fault.kind === 'rejected' ? (fault.command ?? null) : null
  return meaningOf(reply, { step: STEPS[stage] ?? 'greeting', credential, command })
}

/** The server's negative reply, wherever in the session it came. */
export function rejectionIn(situation: Situation): ServerReply | null {
  return faultIn(situation, 'rejected', 'mechanism-failed')?.reply ?? null
}

/**
 * The password is known to be refused: by this server's own answer, or a moment ago by a sister service that was
 * shown the same name and password.
 */
export function isPasswordRefused(situation: JudgedSituation): boolean {
  const { meaning } = situation
  return (
    faultIn(situation, 'refused-elsewhere') !== null ||
    meaning === 'AUTH_REJECTED' ||
    meaning === 'AUTH_APP_PASSWORD'
  )
}

const STEPS: Readonly<Partial<Record<Stage, ReplyStep>>> = {
  login: 'sign-in',
  mailbox: 'mailbox',
  send: 'sending',
  arrive: 'mailbox',
}
