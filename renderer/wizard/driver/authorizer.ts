import type { OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import type { EngineClient } from '#shared/contract/contract.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { LiveTest } from '#renderer/wizard/driver/live-test.ts'
import type { ServerConfirmation } from '#renderer/wizard/driver/server-confirmation.ts'
import type { WizardSession } from '#renderer/wizard/driver/session.ts'
import { CONFIRMED_STEPS, TESTED_STEPS, type ConfirmedStep } from '#renderer/wizard/machine/state.ts'

/** What the user types to sign in without a password where it is not known. */
export interface SignInDetails {
  readonly client: { readonly id: string; readonly secret: string | null } | null
  readonly issuer: string | null
}

/** Signing in without a password: what the user wants as calls, what the engine says as events. No token comes here. */
export class Authorizer {
  readonly #engine: EngineClient
  readonly #session: WizardSession
  readonly #servers: ServerConfirmation
  readonly #live: LiveTest
  #told: SignInDetails = { client: null, issuer: null }

  constructor(engine: EngineClient, session: WizardSession, servers: ServerConfirmation, live: LiveTest) {
    this.#engine = engine
    this.#session = session
    this.#servers = servers
    this.#live = live
  }

  /**
   * Signs in, then tests everything.
   * @param language of the page that the browser ends on
   * @param details what the user has typed for it; without it what was typed before still holds
   */
  async start(way: OAuthWay, language: string, details?: SignInDetails): Promise<void> {
    // The button stands under the servers and names them: pressing it is the agreement.
    if (this.#session.state.step === 'servers') await this.#servers.agree()
    await this.#session.during(CONFIRMED_STEPS, (before, { dispatch }) => {
      const told = details ?? this.#toldFor(before)
      this.#told = told
      dispatch({ type: 'authorize-started', way })
      return this.#follow({ setupId: before.setupId, way, language, ...told })
    })
  }

  /** Straight to the page of the server, unless the user has to type something for it first. */
  again(way: OAuthWay, language: string, because: Finding): Promise<void> {
    return this.#session.during(TESTED_STEPS, async (state, { dispatch }) => {
      const told = this.#toldFor(state)
      const isTold = told.issuer !== null || told.client !== null
      const offer = state.offer ?? null
      if (isTold || (offer !== null && offer.client !== 'wanted')) await this.start(way, language)
      else dispatch({ type: 'sign-in-wanted', wants: 'password', because })
    })
  }

  /** Goes on with the account that was signed in, as the user name of everything. */
  as(userName: string, language: string): Promise<void> {
    return this.#session.during(['authorize'], async (before, visit) => {
      const services = before.services.map((service) =>
        service.chosen === null || service.chosen.userName === ''
          ? service
          : { ...service, chosen: { ...service.chosen, userName } },
      )
      const ticket = await visit.answer(this.#servers.ask({ ...before, services }))
      if (!ticket.ok) return
      const { setupId, credential } = ticket.value
      visit.dispatch({ type: 'services-replaced', services, setupId, credential })
      await this.start(before.way, language)
    })
  }

  #follow(request: Parameters<EngineClient['setup']['authorize']>[0]): Promise<void> {
    return this.#session.during(['authorize'], async (_, visit) => {
      let isDone = false
      for await (const event of visit.events(
        (signal) => this.#engine.setup.authorize(request, signal),
        'alone',
      )) {
        visit.dispatch({ type: 'authorize-reported', event })
        isDone ||= event.type === 'done'
      }
      if (isDone) await this.#live.run(null, null)
    })
  }

  /** What was typed before, or is remembered with a saved account where the user would else type it again. */
  #toldFor({ saved, offer }: ConfirmedStep): SignInDetails {
    const id = offer?.client === 'wanted' ? saved?.account.oauth?.clientId : undefined
    const isTold = this.#told.issuer !== null || this.#told.client !== null
    return isTold || id === undefined ? this.#told : { client: { id, secret: null }, issuer: null }
  }
}
