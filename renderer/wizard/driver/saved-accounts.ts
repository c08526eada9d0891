import type { EngineClient } from '#shared/contract/contract.ts'
import type { AccountAction } from '#renderer/wizard/machine/state.ts'
import type { Wizard } from '#renderer/wizard/driver/wizard.ts'

/** What the list of saved accounts offers for each of them. */
export class SavedAccounts {
  readonly #engine: EngineClient
  readonly #wizard: Pick<Wizard, 'dispatch' | 'store' | 'test' | 'start'>

  constructor(engine: EngineClient, wizard: Pick<Wizard, 'dispatch' | 'store' | 'test' | 'start'>) {
    this.#engine = engine
    this.#wizard = wizard
  }

  /**
   * Tests everything of an account with the password from the keychain, or goes to its servers.
   * @param secret `leave`: the keychain is not asked, the password will be typed
   */
  async open(
    address: string,
    action: Exclude<AccountAction, 'forget'>,
    secret: 'use' | 'leave' = 'use',
  ): Promise<void> {
    this.#wizard.dispatch({ type: 'account-taken-up', address, action })
    const opened = await this.#engine.accounts.open({ address, secret })
    if (!opened.ok)
      return this.#wizard.dispatch({ type: 'account-failed', address, action, problem: opened.error })
    // Somebody may have gone on while a keychain was waiting for its owner.
    if (!this.#isWaitedFor(address)) return void this.#engine.setup.close({ setupId: opened.value.setupId })
    this.#wizard.dispatch({ type: 'account-opened', opened: opened.value, action })
    if (this.#wizard.store.getState().step === 'test') await this.#wizard.test(null, null)
  }

  /** @param secrets `leave`: forget the account although its password cannot be taken out of the keychain */
  async forget(address: string, secrets: 'remove' | 'leave' = 'remove'): Promise<void> {
    this.#wizard.dispatch({ type: 'account-taken-up', address, action: 'forget' })
    const removed = await this.#engine.accounts.remove({ address, secrets })
    if (!removed.ok) {
      return this.#wizard.dispatch({
        type: 'account-failed',
        address,
        action: 'forget',
        problem: removed.error,
      })
    }
    this.#wizard.dispatch({ type: 'account-forgotten', address, secrets: removed.value })
    await this.#wizard.start()
  }

  #isWaitedFor(address: string): boolean {
    const state = this.#wizard.store.getState()
    return state.step === 'address' && state.managing.state === 'busy' && state.managing.address === address
  }
}
