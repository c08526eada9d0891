import type { EngineClient } from '#shared/contract/contract.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import type { ExpertSettings } from '#shared/domain/expert-settings.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { Language } from '#shared/i18n/languages.ts'
import {
  credentialsOf,
  type CorrectedSecret,
  type GivenSecrets,
} from '#renderer/wizard/driver/given-secrets.ts'
import type { WizardSession, Company } from '#renderer/wizard/driver/session.ts'
import { passwordsOf } from '#renderer/wizard/machine/agreement.ts'
import { protocolsOffering } from '#renderer/wizard/machine/lanes.ts'
import { CONFIRMED_STEPS, TESTED_STEPS, type ConfirmedStep } from '#renderer/wizard/machine/state.ts'

/** Testing what was confirmed: everything, or again what may have been mended. */
export class LiveTest {
  readonly #engine: EngineClient
  readonly #session: WizardSession

  constructor(engine: EngineClient, session: WizardSession) {
    this.#engine = engine
    this.#session = session
  }

  /**
   * @param given `null` uses what the engine still holds, `none` goes as far as possible without signing in
   * @param protocols `null` tests everything that was confirmed
   */
  run(given: GivenSecrets | 'none' | null, protocols: readonly Protocol[] | null): Promise<void> {
    return this.#session.during(CONFIRMED_STEPS, async (state, { dispatch }) => {
      if (given !== null) {
        const typed = given !== 'none' && given.sending !== null ? 'two' : 'one'
        dispatch({ type: 'password-given', passwords: given === 'none' ? 'none' : typed })
      }
      dispatch({ type: 'test-started', protocols })
      const request = { setupId: state.setupId, ...credentialsOf(given), protocols }
      await this.#follow((signal) => this.#engine.setup.test(request, signal), companyIn(state))
    })
  }

  /**
   * Tests again what a refused password is behind, with the one that is typed for it.
   * SECURITY: it takes the place of the refused one and of no other: the password of another server stays as it was.
   */
  correct({ kind, slot, secret }: CorrectedSecret, protocols: readonly Protocol[]): Promise<void> {
    return this.#session.during(TESTED_STEPS, async (state, { dispatch }) => {
      dispatch({ type: 'password-given', passwords: passwordsOf(state) })
      dispatch({ type: 'test-started', protocols })
      const given = { kind, secret }
      const credential = slot === 'account' ? given : null
      const sending = slot === 'sending' ? given : null
      const request = { setupId: state.setupId, credential, sending, protocols }
      await this.#follow((signal) => this.#engine.setup.test(request, signal), companyIn(state))
    })
  }

  /** Tests one service again as a technician wants it, with what the engine holds. */
  retest(protocol: Protocol, expert: ExpertSettings): Promise<void> {
    return this.#session.during(TESTED_STEPS, async (state, { dispatch }) => {
      const protocols = [protocol]
      dispatch({ type: 'test-started', protocols, expert })
      const request = { setupId: state.setupId, credential: null, sending: null, protocols, expert }
      await this.#follow((signal) => this.#engine.setup.test(request, signal), companyIn(state))
    })
  }

  /**
   * Tests again whatever a network may be to blame for, from the network this computer is in by now, and keeps what
   * came of it before. A refused password is left alone: it would be refused here as well.
   */
  runElsewhere(): Promise<void> {
    return this.#session.during(TESTED_STEPS, ({ lanes }, { dispatch }) => {
      dispatch({ type: 'network-left' })
      return this.run(null, protocolsOffering(lanes, 'other-network'))
    })
  }

  /**
   * Tests again every service this very step was offered for: a network is signed in to once, a clock or proxy set once,
   * a program started once.
   */
  runAfter(step: 'network-sign-in' | 'check-clock' | 'set-proxy' | 'start-program'): Promise<void> {
    return this.#session.during(TESTED_STEPS, ({ lanes }) => this.run(null, protocolsOffering(lanes, step)))
  }

  /**
   * Tests everything again with what the engine holds, and lets a message go out and come back.
   * @param to another address, where it does not come back; `null`: the account itself
   */
  sendMessage(language: Language, to: string | null): Promise<void> {
    return this.#session.during(['result'], async ({ setupId }) => {
      this.#session.dispatch({ type: 'test-started', protocols: null })
      const request = { setupId, language, to }
      await this.#follow((signal) => this.#engine.setup.sendTest(request, signal), 'alone')
    })
  }

  /** Cancels the running test; its end is reported like any other. */
  stop(): void {
    this.#session.stop()
  }

  #follow(open: (signal: AbortSignal) => AsyncIterable<TestEvent>, record: Company): Promise<void> {
    return this.#session.during(TESTED_STEPS, async (_, visit) => {
      for await (const event of visit.events(open, record)) visit.dispatch({ type: 'test-reported', event })
    })
  }
}

/** A service that has ended may be tested again while the others are still under way. */
function companyIn(state: ConfirmedStep): Company {
  return state.step === 'test' && state.lanes.length > 0 ? 'beside' : 'alone'
}
