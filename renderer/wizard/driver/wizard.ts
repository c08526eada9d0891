import { createStore, type StoreApi } from 'zustand/vanilla'
import { doubtAbout } from '#shared/catalogue/address-doubt.ts'
import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import type { EngineClient } from '#shared/contract/contract.ts'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import { explain } from '#shared/explain/explain.ts'
import type { Pasted } from '#shared/explain/pasted.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { Authorizer } from '#renderer/wizard/driver/authorizer.ts'
import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import { protocolsOffering } from '#renderer/wizard/machine/lanes.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import {
  hostsThatGetPassword,
  pinCertificate,
  renameUser,
  servicesToTest,
  useEndpoint,
} from '#renderer/wizard/machine/services.ts'
import { SavedAccounts } from '#renderer/wizard/driver/saved-accounts.ts'
import { credentialsOf, type GivenSecrets } from '#renderer/wizard/driver/given-secrets.ts'
import {
  FIRST_STEP,
  type OpenDoubt,
  type ResultStep,
  type ServersStep,
  type ServiceChoice,
  type TestStep,
  type WizardState,
  isConfirmed,
  isUnderWay,
} from '#renderer/wizard/machine/state.ts'

export type WizardStore = StoreApi<WizardState>

/**
 * Joins the steps and the engine: what the user wants is turned into calls, what the engine says into events. Knows
 * no React; the screens read the store and call these methods.
 */
export class Wizard {
  readonly store: WizardStore
  /** Signing in without a password. */
  readonly authorizer: Authorizer
  /** What can be done with the accounts in the list. */
  readonly accounts: SavedAccounts
  readonly #engine: EngineClient
  /** Addresses the user stands by, although they look like another. */
  readonly #insisted = new Set<string>()
  #running = new AbortController()

  constructor(engine: EngineClient, initial: WizardState = FIRST_STEP) {
    this.#engine = engine
    this.accounts = new SavedAccounts(engine, this)
    this.store = createStore<WizardState>(() => initial)
    this.authorizer = new Authorizer({
      engine,
      state: () => this.store.getState(),
      dispatch: (event) => this.dispatch(event),
      begin: () => this.#begin(),
      confirm: (state) => this.#confirm(state),
      testAll: () => this.test(null, null),
    })
  }

  dispatch(event: WizardEvent): void {
    const before = this.store.getState()
    const after = transition(before, event)
    // Nobody looks at the lines any more: nothing may go on behind the user's back.
    if (isUnderWay(before) && !isUnderWay(after) && after.step !== 'result') this.#running.abort()
    this.store.setState(after, true)
    if (after.step === 'address' && before.step !== 'address' && after.accounts === null) void this.start()
  }

  async start(): Promise<void> {
    const listed = await this.#engine.accounts.list({})
    const accounts = listed.ok ? listed.value : { accounts: [], notice: listed.error }
    this.dispatch({ type: 'accounts-listed', accounts })
  }

  async submitAddress(text: string): Promise<void> {
    const address = this.#acceptAddress(text, 'look-up')
    if (address !== null) await this.#discover(address, null)
  }

  /** The answer the page proposes to an open question about the address; without one, the address as it stands. */
  async submitProposed(): Promise<void> {
    const state = this.store.getState()
    if (state.step !== 'address') return
    const about = state.doubt?.about ?? null
    if (about === null) return this.submitAddress(state.text)
    if (about.kind === 'international') return this.insistOnAddress()
    this.dispatch({ type: 'address-typed', text: about.suggestion })
    return state.doubt?.next === 'by-hand'
      ? this.enterByHand(about.suggestion)
      : this.submitAddress(about.suggestion)
  }

  /** Goes on with an address as it was typed; nothing is asked about it again. */
  async insistOnAddress(): Promise<void> {
    const state = this.store.getState()
    if (state.step !== 'address' || state.doubt === null) return
    const { address, next } = state.doubt
    this.#insisted.add(address.ascii)
    return next === 'by-hand' ? this.enterByHand(address.unicode) : this.submitAddress(address.unicode)
  }

  /** Goes straight to the servers, to be typed from what the provider has sent. */
  async enterByHand(text: string): Promise<void> {
    const address = this.#acceptAddress(text, 'by-hand')
    if (address === null) return
    this.dispatch({ type: 'account-type-picked', accountType: 'other' })
    await this.#discover(address, 'other')
    this.dispatch({ type: 'account-accepted' })
    this.dispatch({ type: 'server-edited', protocol: 'imap' })
  }

  /** Looks around again for the same address, over the way that is there by now. */
  async lookAgain(): Promise<void> {
    const state = this.store.getState()
    if (state.step === 'account') await this.#discover(state.address, state.picked)
  }

  async pickAccountType(accountType: AccountTypeId): Promise<void> {
    const state = this.store.getState()
    if (state.step !== 'account') return
    this.dispatch({ type: 'account-type-picked', accountType })
    await this.#discover(state.address, accountType)
  }

  async confirmServers(): Promise<void> {
    const state = this.store.getState()
    if (state.step !== 'servers') return
    if (servicesToTest(state.services).length === 0) {
      return this.dispatch({ type: 'servers-refused', problem: 'nothing-to-test' })
    }
    const ticket = await this.#confirm(state)
    if (!ticket.ok) return this.dispatch({ type: 'servers-refused', problem: ticket.error })
    this.dispatch({ type: 'servers-confirmed', ...ticket.value })
    // Where no server wants a password there is none to ask for, nor where a saved one is for these very servers.
    const isSaved = state.saved?.secret === 'ready' && ticket.value.credential === 'kept'
    if (hostsThatGetPassword(state.services).length === 0 || isSaved) await this.test(null, null)
  }

  /**
   * @param given `null` uses what the engine still holds, `none` goes as far as possible without signing in
   * @param protocols `null` tests everything that was confirmed
   */
  async test(given: GivenSecrets | 'none' | null, protocols: readonly Protocol[] | null): Promise<void> {
    const state = this.store.getState()
    if (!isConfirmed(state)) return
    if (given !== null) this.dispatch({ type: 'password-given' })
    // A service that has ended may be tested again while the others are still under way.
    const isUnderWay = state.step === 'test' && state.lanes.length > 0
    const signal = isUnderWay ? this.#running.signal : this.#begin()
    this.dispatch({ type: 'test-started', protocols })
    const request = { setupId: state.setupId, ...credentialsOf(given), protocols }
    for await (const event of this.#engine.setup.test(request, signal))
      this.dispatch({ type: 'test-reported', event })
  }

  /**
   * Tests again whatever a network may be to blame for, from the network this computer is in by now, and keeps what
   * came of it before. A refused password is left alone: it would be refused here as well.
   */
  async testElsewhere(): Promise<void> {
    const state = this.store.getState()
    if (state.step !== 'test' && state.step !== 'result') return
    this.dispatch({ type: 'network-left' })
    await this.test(null, protocolsOffering(state.lanes, 'other-network'))
  }

  /** Tests again every service this very step was offered for: a network is signed in to once, a clock or proxy set once. */
  async testAfter(step: 'network-sign-in' | 'check-clock' | 'set-proxy'): Promise<void> {
    const state = this.store.getState()
    if (state.step !== 'test' && state.step !== 'result') return
    await this.test(null, protocolsOffering(state.lanes, step))
  }

  /** Tests everything again with what the engine holds, and lets a message go out and come back. */
  async sendTestMessage(language: Language): Promise<void> {
    const state = this.store.getState()
    if (state.step !== 'result') return
    const signal = this.#begin()
    this.dispatch({ type: 'test-started', protocols: null })
    for await (const event of this.#engine.setup.sendTest({ setupId: state.setupId, language }, signal))
      this.dispatch({ type: 'test-reported', event })
  }

  /** Cancels the running test; its end is reported like any other. */
  stop(): void {
    this.#running.abort()
  }

  /** Says what a text means. It is taken apart in the page, which has neither a network nor the password. */
  async explain(pasted: Pasted): Promise<void> {
    this.dispatch({ type: 'text-pasted', pasted })
    const state = this.store.getState()
    if (state.step !== 'explain' || state.pasted !== pasted) return
    if (pasted.text.trim() === '') return this.dispatch({ type: 'text-refused', problem: 'empty' })
    this.dispatch({ type: 'explained', pasted, explanation: await explain(pasted) })
  }

  /** Takes another port or host for one service and tests it again, as soon as the user has given the password for it. */
  async useEndpoint(endpoint: ServerEndpoint): Promise<void> {
    const state = this.store.getState()
    if (state.step !== 'result' && state.step !== 'test') return
    await this.#replace(state, useEndpoint(state.services, endpoint, state.address), [endpoint.protocol])
  }

  /** Signs in with another name wherever the refused one was to be used, and tests those services again. */
  async useUserName(protocol: Protocol, userName: string): Promise<void> {
    const state = this.store.getState()
    if (state.step !== 'result' && state.step !== 'test') return
    const { services, changed } = renameUser(state.services, protocol, userName)
    await this.#replace(state, services, changed)
  }

  /** Accepts the certificate the user has compared, for this server alone, and tests it again. */
  async trustCertificate(protocol: Protocol, fingerprint: string): Promise<void> {
    const state = this.store.getState()
    if (state.step !== 'result' && state.step !== 'test') return
    await this.#replace(state, pinCertificate(state.services, protocol, fingerprint), [protocol])
  }

  async save(secret: 'keep' | 'leave'): Promise<void> {
    const state = this.store.getState()
    if (state.step !== 'result') return
    this.dispatch({ type: 'saving' })
    const saved = await this.#engine.setup.save({ setupId: state.setupId, secret })
    if (!saved.ok) return this.dispatch({ type: 'save-failed', problem: saved.error })
    this.dispatch({ type: 'saved', account: saved.value })
    await this.#engine.setup.close({ setupId: state.setupId })
  }

  restart(): void {
    this.dispatch({ type: 'restarted' })
  }

  #acceptAddress(text: string, next: OpenDoubt['next']): EmailAddress | null {
    const parsed = parseEmailAddress(text)
    if (!parsed.ok) {
      this.dispatch({ type: 'address-refused', problem: parsed.error })
      return null
    }
    const address = parsed.value
    const about = this.#insisted.has(address.ascii) ? null : doubtAbout(address)
    if (about !== null) {
      this.dispatch({ type: 'address-doubted', doubt: { address, about, next } })
      return null
    }
    this.dispatch({ type: 'address-accepted', address })
    return address
  }

  async #discover(address: EmailAddress, accountType: AccountTypeId | null): Promise<void> {
    const signal = this.#begin()
    const snapshots = this.#engine.discovery.find({ address: address.unicode, accountType }, signal)
    for await (const snapshot of snapshots) {
      if (signal.aborted) return
      if (snapshot.ok) this.dispatch({ type: 'discovered', discovery: snapshot.value })
    }
  }

  async #replace(
    state: TestStep | ResultStep,
    services: readonly ServiceChoice[],
    protocols: readonly Protocol[],
  ): Promise<void> {
    const ticket = await this.#confirm({ ...state, services })
    if (!ticket.ok) return
    const { setupId, credential } = ticket.value
    this.dispatch({ type: 'services-replaced', services, setupId, credential })
    if (credential !== 'dropped') await this.test(null, protocols)
  }

  #confirm({
    address,
    discovery,
    services,
    setupId,
  }: Pick<ServersStep, 'address' | 'discovery' | 'services' | 'setupId'>) {
    return this.#engine.setup.confirm({
      address: address.unicode,
      providerId: discovery.provider?.id ?? null,
      services: servicesToTest(services),
      previous: setupId,
      issuer: services.find(({ chosen }) => chosen?.issuer !== undefined)?.chosen?.issuer ?? null,
    })
  }

  /** Whatever was under way is over when something new begins. */
  #begin(): AbortSignal {
    this.#running.abort()
    this.#running = new AbortController()
    return this.#running.signal
  }
}
