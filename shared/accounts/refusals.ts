import type { FailedStage } from '#shared/domain/stage.ts'
import { failureIn, reached, type Trail } from '#shared/domain/evidence.ts'
import type { Code } from '#shared/finding/codes.ts'
import { refusesPassword } from '#shared/replies/meaning.ts'

/** Refused sign-ins older than this no longer count towards a lock-out. */
const REFUSAL_WINDOW_MS = 60 * 60 * 1_000

/** So many refused passwords within the window, and Mailwright asks before the next one. Providers lock from five on. */
const MOST_REFUSALS = 3

/** Whom a sign-in was for. */
export interface SignInTarget {
  readonly host: string
  readonly userName: string
}

/** A password that a server has definitely refused. What the password was is nowhere in here. */
export interface Refusal extends SignInTarget {
  /** ISO 8601, UTC. */
  readonly at: string
  /** `saved`: it came from the keychain, and will be the same at the next try. */
  readonly password: 'saved' | 'typed'
}

/** A password that is on its way to a server: until the verdict it counts as one that was refused. */
export interface PendingTry {
  /** Of the account that it is tried for. */
  readonly targets: readonly SignInTarget[]
  /** ISO 8601, UTC. */
  readonly at: string
  /** The process that tries it, by a name that no other try has. */
  readonly by: string
}

/** How close an account is to being locked by its provider. */
export interface RefusalRecord extends RefusalCount {
  /** Why the latest refusals are remembered only until the program ends; `null` where they are on disk. */
  readonly unsaved: Extract<Code, `FILE_${string}`> | null
}

/** All that is remembered. */
export interface Tries {
  readonly refusals: readonly Refusal[]
  readonly pending: readonly PendingTry[]
}

interface RefusalCount {
  readonly refused: number
  /** Tries that are left before Mailwright asks first, without those that are under way. */
  readonly left: number
  /** The first of those that count. ISO 8601, UTC. */
  readonly since: string | null
}

/**
 * Servers lock a mailbox, however its name is spelled: in capitals or not, alone or with a domain behind it. Two names
 * with different domains are two mailboxes.
 */
export function sameTarget(a: SignInTarget, b: SignInTarget): boolean {
  if (a.host !== b.host) return false
  const [nameOfA, domainOfA] = mailboxOf(a.userName)
  const [nameOfB, domainOfB] = mailboxOf(b.userName)
  return nameOfA === nameOfB && (domainOfA === null || domainOfB === null || domainOfA === domainOfB)
}

function mailboxOf(userName: string): readonly [name: string, domain: string | null] {
  const folded = userName.normalize('NFC').toLowerCase()
  const at = folded.lastIndexOf('@')
  return at === -1 ? [folded, null] : [folded.slice(0, at), folded.slice(at + 1)]
}

/** What counts for an account now: all its servers together, because providers count by account. */
export function recordOf(
  { refusals, pending }: Tries,
  targets: readonly SignInTarget[],
  now: Date,
): RefusalCount {
  const counting = refusals
    .filter((refusal) => targets.some((target) => sameTarget(target, refusal)) && isRecent(refusal, now))
    .map(({ at }) => at)
    .toSorted()
  const underWay = pending.filter((one) =>
    one.targets.some((target) => targets.some((own) => sameTarget(own, target))),
  )
  const left = Math.max(0, MOST_REFUSALS - counting.length - underWay.length)
  return { refused: counting.length, left, since: counting[0] ?? null }
}

/** Whether the password in the keychain has been refused at one of these since it was last proved. */
export function isSavedRefused(refusals: readonly Refusal[], targets: readonly SignInTarget[]): boolean {
  return refusals.some(
    (refusal) => refusal.password === 'saved' && targets.some((target) => sameTarget(target, refusal)),
  )
}

/** Those that still say something. A saved password stays refused until it is proved or replaced. */
export function stillCounting(refusals: readonly Refusal[], now: Date): readonly Refusal[] {
  return refusals.filter((refusal) => refusal.password === 'saved' || isRecent(refusal, now))
}

/** A clock that was set back makes nothing count for ever. */
function isRecent({ at }: Refusal, now: Date): boolean {
  return Math.abs(now.getTime() - new Date(at).getTime()) < REFUSAL_WINDOW_MS
}

/** What a test says about the password at one server: `null` where it was not judged, or there was none. */
export function verdictOnPassword(evidence: Trail): 'accepted' | 'refused' | null {
  if (usesToken(evidence)) return null
  if (signedIn(evidence)) return 'accepted'
  const failed: FailedStage | null = failureIn(evidence)
  if (failed?.stage !== 'login' || failed.fault.kind !== 'rejected') return null
  return refusesPassword(failed.fault.reply) ? 'refused' : null
}

function signedIn(evidence: Trail): boolean {
  return (
    reached(evidence, 'login') &&
    evidence.stages.some(({ stage, status }) => stage === 'login' && status === 'ok')
  )
}

/** Servers count wrong passwords; an expired token is no guess. */
function usesToken({ stages }: Trail): boolean {
  return stages.some(
    (record) => record.stage === 'login' && ['xoauth2', 'oauthbearer'].includes(record.facts.method ?? ''),
  )
}
