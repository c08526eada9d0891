import { refusesPassword } from '#shared/replies/meaning.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import { waitWithin } from '#engine/interruption.ts'

type Verdict = 'accepted' | 'refused' | 'unclear'

interface Leader extends Pending<Verdict> {
  readonly service: ConfirmedService
}

/**
 * How long a service that is first by a hair gives way to one with a longer way left. More than two answers that were
 * asked for together lie apart, less than the user notices.
 */
const COURTESY_MS = 100

/**
 * Lets one service try a password first. The services of an account share it, so three attempts side by side with a
 * mistyped one would be three strikes towards a lock-out. Waiting for the first verdict costs nearly nothing when the
 * password is right, as long as IMAP is the first: it has a round trip to make after its sign-in, and makes it while
 * the others sign in. Mostly it gets there first by itself; where it is a tie, it is let through.
 */
export class LoginGate {
  readonly #leaders = new Map<string, Leader>()
  readonly #approaching = new Map<ConfirmedService, Pending<'arrived'>>()
  readonly #patienceMs: number

  /** @param patienceMs how long the others wait at most: a server that is slow to answer must not hold them up */
  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs
  }

  /** Called when one answer is all that a service still waits for before its sign-in. */
  approach(service: ConfirmedService): void {
    if (hasLongestWay(service)) this.#approaching.set(service, pending())
  }

  /** Called right before a secret is written. The first for a user name goes ahead, the others hear its verdict. */
  async enter(service: ConfirmedService, signal: AbortSignal): Promise<Fault | null> {
    this.#arrive(service)
    await this.#giveWay(service, signal)
    const leader = this.#leaders.get(service.userName)
    if (leader === undefined) {
      this.#leaders.set(service.userName, { service, ...pending<Verdict>() })
      return null
    }
    const verdict = await this.#hear(leader, signal)
    return verdict === 'refused' ? { kind: 'refused-elsewhere', host: leader.service.endpoint.host } : null
  }

  /** Called when the sign-in of a service has ended, in whatever way. */
  settle(service: ConfirmedService, record: StageRecord): void {
    this.#leaderIfSame(service)?.settle(verdictOf(record))
  }

  /** Called when a service has ended, so that no other service waits for one that broke off in between. */
  leave(service: ConfirmedService): void {
    this.#arrive(service)
    this.#leaderIfSame(service)?.settle('unclear')
  }

  #leaderIfSame(service: ConfirmedService): Leader | null {
    const leader = this.#leaders.get(service.userName)
    return leader?.service === service ? leader : null
  }

  #arrive(service: ConfirmedService): void {
    this.#approaching.get(service)?.settle('arrived')
    this.#approaching.delete(service)
  }

  async #giveWay({ userName }: ConfirmedService, signal: AbortSignal): Promise<void> {
    if (this.#leaders.has(userName)) return
    const near = [...this.#approaching].find(([other]) => other.userName === userName)
    if (near !== undefined) await waitWithin(COURTESY_MS, near[1].settled, 'arrived', signal)
  }

  #hear(leader: Leader, signal: AbortSignal): Promise<Verdict> {
    return waitWithin<Verdict>(this.#patienceMs, leader.settled, 'unclear', signal)
  }
}

/** Something that will be known once a caller settles it; the first time counts. */
interface Pending<T> {
  readonly settled: Promise<T>
  readonly settle: (value: T) => void
}

function pending<T>(): Pending<T> {
  const { promise, resolve } = Promise.withResolvers<T>()
  return { settled: promise, settle: resolve }
}

/** After its sign-in IMAP still opens the mailbox; SMTP is done, and POP3 mostly counts in the same flight. */
function hasLongestWay({ endpoint }: ConfirmedService): boolean {
  return endpoint.protocol === 'imap'
}

function verdictOf(record: StageRecord): Verdict {
  if (record.status !== 'failed') return 'accepted'
  const { fault } = record
  return fault.kind === 'rejected' && refusesPassword(fault.reply) ? 'refused' : 'unclear'
}
