import type { EngineClient } from '#shared/contract/contract.ts'
import type { LiveTest } from '#renderer/wizard/driver/live-test.ts'
import type { WizardSession } from '#renderer/wizard/driver/session.ts'
import type { AccountAction } from '#renderer/wizard/machine/managing.ts'

/** The list stands on the first step, and is what the page for error texts may lead back to. */
const LISTED = ['address', 'explain'] as const

/** Saving what was proved, and what the list of saved accounts offers for each of them. */
export class SavedAccounts {
  readonly #engine: EngineClient
  readonly #session: WizardSession
  readonly #live: LiveTest

  constructor(engine: EngineClient, session: WizardSession, live: LiveTest) {
    this.#engine = engine
    this.#session = session
    this.#live = live
  }

  list(): Promise<void> {
    return this.#session.during(LISTED, async (_, visit) => {
      const listed = await visit.answer(this.#engine.accounts.list({}))
      const accounts = listed.ok ? listed.value : { accounts: [], notice: listed.error }
      visit.dispatch({ type: 'accounts-listed', accounts })
    })
  }

  /**
   * Tests everything of an account with the password from the keychain, or goes to its servers.
   * @param secret `leave`: the keychain is not asked, the password will be typed
   */
  open(
    address: string,
    action: Exclude<AccountAction, 'forget'>,
    secret: 'use' | 'leave' = 'use',
  ): Promise<void> {
    return this.#session.during(['address'], async (_, visit) => {
      visit.dispatch({ type: 'account-taken-up', address, action })
      // The user may have gone on while a keychain was waiting for its owner.
      const opened = await visit.answer(this.#engine.accounts.open({ address, secret }), (late) => {
        if (late.ok) void this.#engine.setup.close({ setupId: late.value.setupId })
      })
      if (!opened.ok)
        return visit.dispatch({ type: 'account-failed', address, action, problem: opened.error })
      visit.dispatch({ type: 'account-opened', opened: opened.value, action })
      await this.#session.during(['test'], () => this.#live.run(null, null))
    })
  }

  /** @param secrets `leave`: forget the account although its password cannot be taken out of the keychain */
  forget(address: string, secrets: 'remove' | 'leave' = 'remove'): Promise<void> {
    return this.#session.during(LISTED, async (_, visit) => {
      visit.dispatch({ type: 'account-taken-up', address, action: 'forget' })
      const removed = await visit.answer(this.#engine.accounts.remove({ address, secrets }))
      if (!removed.ok)
        return visit.dispatch({ type: 'account-failed', address, action: 'forget', problem: removed.error })
      visit.dispatch({ type: 'account-forgotten', address, secrets: removed.value })
      await this.list()
    })
  }

  async save(secret: 'keep' | 'leave'): Promise<void> {
    return this.#session.during(['result'], async ({ setupId }, visit) => {
      visit.dispatch({ type: 'saving' })
      const saved = await visit.answer(this.#engine.setup.save({ setupId, secret }))
      if (!saved.ok) return visit.dispatch({ type: 'save-failed', problem: saved.error })
      visit.dispatch({ type: 'saved', account: saved.value })
    })
  }
}
