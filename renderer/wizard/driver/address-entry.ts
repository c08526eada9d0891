import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { doubtAbout } from '#shared/catalogue/address-doubt.ts'
import type { EngineClient } from '#shared/contract/contract.ts'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import type { WizardSession, Visit } from '#renderer/wizard/driver/session.ts'
import { proposalIn, type OpenDoubt } from '#renderer/wizard/machine/state.ts'

/** A search goes on while its first answers are looked at; it ends when the address is left or something is tested. */
const SEARCHING = ['account', 'servers', 'sign-in'] as const

/** Whether a domain alone is an address: to a technician it is the domain whose servers are looked at. */
export type BareDomains = 'ask' | 'accept'

/** From what was typed to what is known about it: the address, its account type, its servers. */
export class AddressEntry {
  readonly #engine: EngineClient
  readonly #session: WizardSession
  /** Addresses the user stands by, although they look like another. */
  readonly #insisted = new Set<string>()
  /** The provider and issuer of this search whose way to sign in is known. */
  #askedFor: string | null = null

  constructor(engine: EngineClient, session: WizardSession) {
    this.#engine = engine
    this.#session = session
  }

  /** @param domains what becomes of a domain alone; with `accept` it is looked up as that of its postmaster */
  async submit(text: string, domains: BareDomains = 'ask'): Promise<void> {
    const address = this.#accept(domains === 'accept' ? withPostmaster(text) : text, 'look-up')
    if (address !== null) await this.#search(address, null)
  }

  /** The answer the page proposes to an open question about the address; without one, the address as it stands. */
  submitProposed(domains: BareDomains = 'ask'): Promise<void> {
    return this.#session.during(['address'], ({ text, problem, doubt }) => {
      const meant = proposalIn(problem)
      if (meant !== null) this.#session.dispatch({ type: 'address-typed', text: meant })
      if (doubt === null) return this.submit(meant ?? text, domains)
      const { about, next } = doubt
      if (about.kind === 'international') return this.insist()
      this.#session.dispatch({ type: 'address-typed', text: about.suggestion })
      return next === 'by-hand' ? this.enterByHand(about.suggestion) : this.submit(about.suggestion)
    })
  }

  /** Goes on with an address as it was typed; nothing is asked about it again. */
  insist(): Promise<void> {
    return this.#session.during(['address'], async ({ doubt }) => {
      if (doubt === null) return
      const { address, next } = doubt
      this.#insisted.add(address.ascii)
      await (next === 'by-hand' ? this.enterByHand(address.unicode) : this.submit(address.unicode))
    })
  }

  /** Goes straight to the servers, to be typed from what the provider has sent. */
  async enterByHand(text: string): Promise<void> {
    const address = this.#accept(text, 'by-hand')
    if (address === null) return
    // The user came back to settings of this very address: they stand there as they were left.
    if (this.#session.state.step === 'servers') return this.#session.dispatch({ type: 'by-hand-wanted' })
    this.#session.dispatch({ type: 'account-type-picked', accountType: 'other' })
    await this.#search(address, 'other', ({ dispatch }) => dispatch({ type: 'by-hand-wanted' }))
  }

  /** Looks around again for the same address, over the way that is there by now. */
  probeAgain(): Promise<void> {
    return this.#session.during(['account'], ({ address, picked }) => this.#search(address, picked))
  }

  pickAccountType(accountType: AccountTypeId): Promise<void> {
    return this.#session.during(['account', 'servers', 'sign-in'], ({ address }, { dispatch }) => {
      dispatch({ type: 'account-type-picked', accountType })
      return this.#search(address, accountType)
    })
  }

  #accept(text: string, next: OpenDoubt['next']): EmailAddress | null {
    const parsed = parseEmailAddress(text)
    if (!parsed.ok) {
      this.#session.dispatch({ type: 'address-refused', problem: parsed.error })
      return null
    }
    const address = parsed.value
    const about = this.#insisted.has(address.ascii) ? null : doubtAbout(address)
    if (about !== null) {
      this.#session.dispatch({ type: 'address-doubted', doubt: { address, about, next } })
      return null
    }
    this.#session.dispatch({ type: 'address-accepted', address })
    return address
  }

  /** @param then what follows when everything was found */
  #search(
    address: EmailAddress,
    accountType: AccountTypeId | null,
    then: (visit: Visit) => void = () => {},
  ): Promise<void> {
    return this.#session.during(SEARCHING, async (_, visit) => {
      this.#askedFor = null
      const request = { address: address.unicode, accountType }
      const snapshots = visit.events((signal) => this.#engine.discovery.find(request, signal), 'alone')
      let last: Discovery | null = null
      for await (const snapshot of snapshots) {
        if (!snapshot.ok) continue
        last = snapshot.value
        // Known before the settings are shown, so that the way to sign in stands under them at once.
        await this.#askForOffer(last, visit)
        visit.dispatch({ type: 'discovered', discovery: last })
      }
      then(visit)
      if (last !== null) await this.#askForOffer(last, visit)
    })
  }

  /** Whether the page may lead to a sign-in in the browser; asked for once for each provider or issuer. */
  async #askForOffer({ provider, candidates }: Discovery, visit: Visit): Promise<void> {
    const issuer = candidates.find((candidate) => candidate.issuer !== undefined)?.issuer ?? null
    const providerId = provider?.id ?? null
    const asked = `${providerId} ${issuer}`
    if (this.#askedFor === asked) return
    const offer = await visit.answer(this.#engine.setup.offer({ providerId, issuer }))
    this.#askedFor = asked
    visit.dispatch({ type: 'offer-known', offer })
  }
}

/** The postmaster of a domain alone, whom every mail domain has (RFC 5321 section 4.5.1); any other text as it is. */
function withPostmaster(text: string): string {
  const parsed = parseEmailAddress(text)
  return !parsed.ok && parsed.error.reason === 'only-domain' ? parsed.error.suggestion : text
}
