import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { SecretProblem } from '#engine/environment.ts'
import type { Deadline, KeychainCalls } from '#engine/secrets/keychain-calls.ts'

/** One entry of a keychain, as the library gives it. */
export interface KeychainEntry {
  setPassword(secret: string): Promise<void>
  getPassword(): Promise<string | null | undefined>
  deleteCredential(): Promise<unknown>
}

type Seen = Outcome<string | null, SecretProblem>
type Done = Outcome<null, SecretProblem>

/**
 * One entry of a keychain that may do as it was told long after it was reported as not done: a prompt the user approves
 * an hour later. SECURITY: such a write is undone as soon as it comes. The entry then holds again what it held before,
 * or what a later write has put there in time. Calls follow one another; one that is late makes way for the next.
 */
export class KeptEntry {
  readonly #open: () => Promise<KeychainEntry>
  readonly #calls: KeychainCalls
  #turn: Promise<unknown> = Promise.resolve()
  /** Writes that may still come. */
  #late = 0
  /** What the entry is to hold, while a write is under way or may still come. */
  #agreed: { readonly value: string | null } | null = null

  constructor(open: () => Promise<KeychainEntry>, calls: KeychainCalls) {
    this.#open = open
    this.#calls = calls
  }

  /** What the entry holds. What came late and is about to be undone does not count. */
  read(): Promise<Seen> {
    return this.#inTime((deadline) => this.#read(deadline))
  }

  /** `ok` for what the keychain has given back. After `KEY_TIMEOUT` the entry holds what it held before. */
  write(secret: string | null): Promise<Done> {
    return this.#inTime((deadline) => this.#write(secret, deadline))
  }

  /** What the entry is to hold in the end, however late the keychain gets to it. */
  settle(secret: string | null): Promise<Done> {
    return this.#next(async () => {
      // Nothing has changed it so far, and what still may is undone.
      if (this.#late > 0 && this.#agreed?.value === secret) return ok(null)
      this.#agreed = { value: secret }
      return this.#put(secret)
    })
  }

  async #read(deadline: Deadline): Promise<Seen> {
    const seen = await this.#look(deadline)
    return seen.ok && this.#late > 0 && this.#agreed !== null ? ok(this.#agreed.value) : seen
  }

  async #write(secret: string | null, deadline: Deadline): Promise<Done> {
    const before = await this.#read(deadline)
    if (!before.ok) return before
    this.#agreed = before
    const put = await this.#put(secret, deadline)
    if (!put.ok) return put
    const seen = secret === null ? ok(null) : await this.#look(deadline)
    if (!seen.ok && seen.error === 'KEY_TIMEOUT') void this.settle(before.value)
    if (!seen.ok) return seen
    if (seen.value !== secret) return fail('KEY_MISMATCH')
    this.#agreed = { value: secret }
    return ok(null)
  }

  async #look(deadline: Deadline): Promise<Seen> {
    const look = async () => (await (await this.#open()).getPassword()) ?? null
    return (await this.#calls.ask(look, deadline)).outcome
  }

  async #put(secret: string | null, given?: Deadline): Promise<Done> {
    const deadline = given ?? this.#calls.deadline()
    const put = async () => {
      const entry = await this.#open()
      if (deadline.isOver()) return 'not begun'
      await (secret === null ? entry.deleteCredential() : entry.setPassword(secret))
      return 'put'
    }
    const { outcome, late } = await this.#calls.ask(put, deadline)
    if (given === undefined) deadline.clear()
    if (late !== null) {
      this.#late += 1
      void late.then((came) => this.#undo(secret, came.ok && came.value === 'put' ? 'put' : 'left'))
    }
    return outcome.ok ? ok(null) : outcome
  }

  #undo(secret: string | null, came: 'put' | 'left'): Promise<void> {
    return this.#next(async () => {
      this.#late -= 1
      if (came === 'put' && this.#agreed !== null && this.#agreed.value !== secret)
        await this.#put(this.#agreed.value)
    })
  }

  /** Waits for its turn and for its end, both within one deadline. */
  async #inTime<T>(job: (deadline: Deadline) => Promise<Outcome<T, SecretProblem>>) {
    if (this.#calls.areHeld) return fail('KEY_TIMEOUT')
    const deadline = this.#calls.deadline()
    const done = await Promise.race([this.#next(() => job(deadline)), deadline.over])
    deadline.clear()
    return done === 'late' ? fail('KEY_TIMEOUT') : done
  }

  #next<T>(job: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(job)
    this.#turn = done.then(() => {
      if (this.#late === 0) this.#agreed = null
    })
    return done
  }
}
