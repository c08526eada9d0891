import { asksForAppPassword, isDefiniteRejection } from '#shared/diagnosis/replies.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import { orInterrupted } from '#engine/interruption.ts'

type Verdict = 'accepted' | 'refused' | 'unclear'

interface Leader {
  readonly service: ConfirmedService
  readonly verdict: Promise<Verdict>
  readonly settle: (verdict: Verdict) => void
}

/**
 * Lets one service try a password first. The services of an account share it, so three attempts side by side with a
 * mistyped one would be three strikes towards a lock-out. IMAP reaches its sign-in round trips before SMTP does,
 * which is why waiting for the first verdict costs nearly nothing when the password is right.
 */
export class LoginGate {
  readonly #leaders = new Map<string, Leader>()
  readonly #patienceMs: number

  /** @param patienceMs how long the others wait at most: a server that is slow to answer must not hold them up */
  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs
  }

  /** Called right before a secret is written. The first for a user name goes ahead, the others hear its verdict. */
  async enter(service: ConfirmedService, signal: AbortSignal): Promise<Fault | null> {
    const leader = this.#leaders.get(service.userName)
    if (leader === undefined) {
      this.#leaders.set(service.userName, createLeader(service))
      return null
    }
    const verdict = await this.#hear(leader, signal)
    return verdict === 'refused' ? { kind: 'refused-elsewhere', host: leader.service.endpoint.host } : null
  }

  /** Called when the sign-in of a service has ended, in whatever way. */
  settle(service: ConfirmedService, record: StageRecord): void {
    this.#leaderIfSame(service)?.settle(verdictOf(record))
  }

  /** Called when a service has ended, so that nobody waits for one that broke off in between. */
  leave(service: ConfirmedService): void {
    this.#leaderIfSame(service)?.settle('unclear')
  }

  #leaderIfSame(service: ConfirmedService): Leader | null {
    const leader = this.#leaders.get(service.userName)
    return leader?.service === service ? leader : null
  }

  async #hear(leader: Leader, signal: AbortSignal): Promise<Verdict> {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<Verdict>((resolve) => {
      timer = setTimeout(() => resolve('unclear'), this.#patienceMs)
    })
    const heard = await orInterrupted(signal, Promise.race([leader.verdict, patience]))
    clearTimeout(timer)
    return typeof heard === 'string' ? heard : 'unclear'
  }
}

function createLeader(service: ConfirmedService): Leader {
  let settle: (verdict: Verdict) => void = () => {}
  const verdict = new Promise<Verdict>((resolve) => {
    settle = resolve
  })
  return { service, verdict, settle }
}

function verdictOf(record: StageRecord): Verdict {
  if (record.status !== 'failed') return 'accepted'
  const { fault } = record
  const refused =
    fault.kind === 'rejected' && isDefiniteRejection(fault.reply) && !asksForAppPassword(fault.reply)
  return refused ? 'refused' : 'unclear'
}
