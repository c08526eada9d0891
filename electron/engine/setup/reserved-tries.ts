import type { RefusalRecord } from '#shared/accounts/refusals.ts'
import { targetOf } from '#engine/accounts/note-refusals.ts'
import type { RefusalLog, Reservation } from '#engine/accounts/refusal-file.ts'
import type { Setup, Setups } from '#engine/setup/setups.ts'
import type { TestRequest } from '#engine/setup/test-setup.ts'

/** How close an account is to a lock-out, and whether its next try has a place. */
export type ReservedTry = RefusalRecord & Pick<Reservation, 'state'>

/** The places that setups hold among the tries of their accounts, until the test begins. */
export class ReservedTries {
  readonly #setups: Setups
  readonly #log: RefusalLog
  readonly #places = new Map<string, Reservation>()

  constructor(setups: Setups, log: RefusalLog) {
    this.#setups = setups
    this.#log = log
  }

  /** Takes a place before the password is asked for; one that the setup held already is given back. */
  async reserve(setup: Setup, claim: 'if-left' | 'in-any-case'): Promise<ReservedTry> {
    this.giveBack(setup.id)
    const place = await this.#log.reserve(setup.services.map(targetOf), claim)
    if (place.state === 'taken') this.#places.set(setup.id, place)
    return { ...place.record, state: place.state }
  }

  /** The place of a test that begins. A page asks before one try too many, so its tests take one in any case. */
  async placeFor({
    setupId,
    credential,
  }: Pick<TestRequest, 'setupId' | 'credential'>): Promise<Reservation | null> {
    const held = this.#places.get(setupId)
    this.#places.delete(setupId)
    if (held !== undefined) return held
    const setup = this.#setups.find(setupId)
    const kind = (credential ?? setup?.credential ?? null)?.kind
    const isPassword = kind === 'password' || kind === 'app-password'
    return setup === null || !isPassword
      ? null
      : this.#log.reserve(setup.services.map(targetOf), 'in-any-case')
  }

  giveBack(setupId: string): void {
    void this.#places.get(setupId)?.release()
    this.#places.delete(setupId)
  }
}
