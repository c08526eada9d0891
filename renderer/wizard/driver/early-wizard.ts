import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AddressEntry } from '#renderer/wizard/driver/address-entry.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { Wizard } from '#renderer/wizard/driver/wizard.ts'
import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import { FIRST_STEP, type AddressStep, type WizardState } from '#renderer/wizard/machine/state.ts'

/** All that the first step asks of the wizard before an address was accepted. */
export interface FirstStepWizard {
  readonly store: StoreApi<WizardState>
  readonly address: Pick<AddressEntry, 'submit' | 'submitProposed' | 'enterByHand'>
  readonly dispatch: (event: WizardEvent) => void
  readonly openReport: (file: File, as: 'shown', t: Translate) => Promise<void>
}

/**
 * Stands in for the wizard while its code is being loaded: the first step is there without it. What is typed is kept,
 * everything else waits.
 */
export class EarlyWizard implements FirstStepWizard {
  readonly store: StoreApi<WizardState>
  readonly address: FirstStepWizard['address'] = {
    submit: (text, domains) => this.#whole.promise.then(({ address }) => address.submit(text, domains)),
    submitProposed: (domains) => this.#whole.promise.then(({ address }) => address.submitProposed(domains)),
    enterByHand: (text) => this.#whole.promise.then(({ address }) => address.enterByHand(text)),
  }
  readonly #whole = Promise.withResolvers<Wizard>()
  readonly #initial: AddressStep

  constructor(initial: AddressStep = FIRST_STEP) {
    this.#initial = initial
    this.store = createStore<WizardState>(() => initial)
  }

  dispatch(event: WizardEvent): void {
    if (event.type === 'address-typed') this.store.setState({ ...this.#initial, text: event.text }, true)
    else void this.#whole.promise.then((wizard) => wizard.dispatch(event))
  }

  openReport(file: File, as: 'shown', t: Translate): Promise<void> {
    return this.#whole.promise.then((wizard) => wizard.openReport(file, as, t))
  }

  /** The wizard is there, with the state of this one: what has waited goes on. */
  handOver(wizard: Wizard): void {
    this.#whole.resolve(wizard)
  }
}
