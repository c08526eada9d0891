import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { keyringProblem } from '#engine/secrets/keyring-problem.ts'
import type { SecretProblem } from '#engine/environment.ts'

/**
 * A call that does not return holds one of the four threads on which Node also looks up names and reads files. With
 * so many of them held, nothing new is begun until the keychain answers.
 */
const MOST_HELD = 2

export interface Deadline {
  readonly isOver: () => boolean
  readonly over: Promise<'late'>
  readonly clear: () => void
}

/** What came of a call, as far as it was waited for. */
export interface KeychainAnswer<T> {
  /** `KEY_TIMEOUT` where the call has not returned in time. */
  readonly outcome: Outcome<T, SecretProblem>
  /** What comes of a call that is still under way after its deadline, `null` for every other. */
  readonly late: Promise<Outcome<T, SecretProblem>> | null
}

/** The calls of one keychain: each is waited for until its deadline, and none of them can be cancelled. */
export class KeychainCalls {
  readonly #answerMs: number
  #held = 0

  constructor(answerMs: number) {
    this.#answerMs = answerMs
  }

  get areHeld(): boolean {
    return this.#held >= MOST_HELD
  }

  /** Begins now, and has to be cleared. */
  deadline(): Deadline {
    let isOver = false
    let timer: NodeJS.Timeout | undefined
    const over = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => {
        isOver = true
        resolve('late')
      }, this.#answerMs)
    })
    return { isOver: () => isOver, over, clear: () => clearTimeout(timer) }
  }

  async ask<T>(call: () => Promise<T>, deadline: Deadline): Promise<KeychainAnswer<T>> {
    if (deadline.isOver()) return { outcome: fail('KEY_TIMEOUT'), late: null }
    const answer = call().then(
      (value): Outcome<T, SecretProblem> => ok(value),
      (error: unknown): Outcome<T, SecretProblem> => fail(keyringProblem(error)),
    )
    const first = await Promise.race([answer, deadline.over])
    if (first !== 'late') return { outcome: first, late: null }
    this.#held += 1
    const late = answer.finally(() => (this.#held -= 1))
    return { outcome: fail('KEY_TIMEOUT'), late }
  }
}
