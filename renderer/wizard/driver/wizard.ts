import type { StoreApi } from 'zustand/vanilla'
import type { EngineClient } from '#shared/contract/contract.ts'
import type { Pasted } from '#shared/explain/pasted.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { AddressEntry } from '#renderer/wizard/driver/address-entry.ts'
import { Authorizer } from '#renderer/wizard/driver/authorizer.ts'
import { DeviceSending } from '#renderer/wizard/driver/device-sending.ts'
import { Handover } from '#renderer/wizard/driver/handover.ts'
import { Inspection } from '#renderer/wizard/driver/inspection.ts'
import { LiveTest } from '#renderer/wizard/driver/live-test.ts'
import { ProgramFix } from '#renderer/wizard/driver/program-fix.ts'
import { SavedAccounts } from '#renderer/wizard/driver/saved-accounts.ts'
import { ServerConfirmation } from '#renderer/wizard/driver/server-confirmation.ts'
import { WizardSession } from '#renderer/wizard/driver/session.ts'
import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import { FIRST_STEP, type WizardState } from '#renderer/wizard/machine/state.ts'

/**
 * Joins the steps and the engine: what the user wants is turned into calls, what the engine says into events. Knows
 * no React; the screens read the store and call these methods.
 */
export class Wizard {
  readonly store: StoreApi<WizardState>
  readonly address: AddressEntry
  readonly servers: ServerConfirmation
  readonly live: LiveTest
  /** Signing in without a password. */
  readonly authorizer: Authorizer
  readonly accounts: SavedAccounts
  /** Getting what was proved into a mail program. */
  readonly handover: Handover
  /** How a device or a program that runs by itself gets its mail out. */
  readonly devices: DeviceSending
  /** Looking at what a program has set up. */
  readonly inspection: Inspection
  /** Changing what is wrong there. */
  readonly fix: ProgramFix
  readonly #session: WizardSession

  constructor(engine: EngineClient, initial: WizardState = FIRST_STEP) {
    this.#session = new WizardSession(initial)
    this.store = this.#session.store
    this.address = new AddressEntry(engine, this.#session)
    this.live = new LiveTest(engine, this.#session)
    this.servers = new ServerConfirmation(engine, this.#session, this.live)
    this.authorizer = new Authorizer(engine, this.#session, this.servers, this.live)
    this.handover = new Handover(engine, this.#session)
    this.devices = new DeviceSending(engine, this.#session)
    this.inspection = new Inspection(engine, this.#session)
    this.fix = new ProgramFix(engine, this.#session, this.inspection)
    this.accounts = new SavedAccounts(engine, this.#session, this.live)
    this.store.subscribe((state, before) => {
      if (state.step === 'address') this.handover.closeAfter(before)
      if (state.step !== 'inspect') this.inspection.closeAfter(before)
      if (state.step === 'programs' && before.step === 'address') void this.inspection.list()
      const isBack = state.step === 'address' && before.step !== 'address'
      if (isBack && state.accounts === null) void this.start()
    })
  }

  dispatch(event: WizardEvent): void {
    this.#session.dispatch(event)
  }

  /** Fills the first step with what is saved on this computer. */
  start(): Promise<void> {
    return this.accounts.list()
  }

  /** Says what a text means. It is taken apart in the page, which has neither a network nor the password. */
  explain(pasted: Pasted): Promise<void> {
    return this.#session.during(['explain'], async (_, visit) => {
      visit.dispatch({ type: 'text-pasted', pasted })
      const { state } = this.#session
      if (state.step !== 'explain' || state.pasted !== pasted) return
      if (pasted.text.trim() === '') return visit.dispatch({ type: 'text-refused', problem: 'empty' })
      const { explain } = await visit.answer(import('#shared/explain/explain.ts'))
      visit.dispatch({ type: 'explained', pasted, explanation: await visit.answer(explain(pasted)) })
    })
  }

  /** Shows a report that was saved, or sets a second one beside it. It is read in the page, and nothing in it is done. */
  openReport(file: File, as: 'shown' | 'second', t: Translate): Promise<void> {
    this.dispatch({ type: 'report-wanted' })
    return this.#session.during(['report'], async (_, visit) => {
      const { readReportFile } = await visit.answer(import('#renderer/wizard/driver/read-report-file.ts'))
      const read = await visit.answer(readReportFile(file, t))
      if (read.ok) visit.dispatch({ type: 'report-read', report: read.value, as })
      else visit.dispatch({ type: 'report-refused', problem: read.error })
    })
  }

  /** Leaves a text without a reason for a test of the account it is about. */
  async testInstead(address: string): Promise<void> {
    this.dispatch({ type: 'set-up-wanted', wants: 'account' })
    this.dispatch({ type: 'address-typed', text: address })
    await this.address.submit(address)
  }

  /** Leaves what a program has for a setup of the same account from its address. */
  async setUpAnew(): Promise<void> {
    this.dispatch({ type: 'address-wanted' })
    await this.#session.during(['address'], ({ text }) => this.address.submit(text))
  }

  restart(): void {
    this.dispatch({ type: 'restarted' })
  }
}
