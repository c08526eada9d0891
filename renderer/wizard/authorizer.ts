import type { OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import type { ConfirmedTicket, ConfirmProblem, EngineClient } from '#shared/contract/contract.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { SignInEvent } from '#shared/oauth/sign-in-event.ts'
import type { Outcome } from '#shared/outcome.ts'
import { isConfirmed, type ConfirmedStep } from '#renderer/wizard/authorizing.ts'
import type { WizardEvent } from '#renderer/wizard/events.ts'
import type { AuthorizeStep, WizardState } from '#renderer/wizard/state.ts'

/** What somebody types to sign in without a password where it is not known. */
export interface SignInDetails {
  readonly client: { readonly id: string; readonly secret: string | null } | null
  readonly issuer: string | null
}

/** What signing in needs of the wizard around it. */
export interface AuthorizerTools {
  readonly engine: EngineClient
  readonly state: () => WizardState
  readonly dispatch: (event: WizardEvent) => void
  /** Ends whatever is under way. */
  readonly begin: () => AbortSignal
  readonly confirm: (state: AuthorizeStep) => Promise<Outcome<ConfirmedTicket, ConfirmProblem>>
  readonly testAll: () => Promise<void>
}

/** Signing in without a password: what the user wants as calls, what the engine says as events. No token comes here. */
export class Authorizer {
  readonly #tools: AuthorizerTools
  #told: SignInDetails = { client: null, issuer: null }

  constructor(tools: AuthorizerTools) {
    this.#tools = tools
  }

  /**
   * Signs in, then tests everything.
   * @param language of the page that the browser ends on
   * @param details what the user has typed for it; without it what was typed before still holds
   */
  async start(way: OAuthWay, language: string, details?: SignInDetails): Promise<void> {
    const { engine, state, dispatch, begin, testAll } = this.#tools
    const before = state()
    if (!isConfirmed(before)) return
    const told = details ?? this.#toldFor(before)
    this.#told = told
    const signal = begin()
    dispatch({ type: 'authorize-started', way })
    const request = { setupId: before.setupId, way, language, ...told }
    let done: SignInEvent | null = null
    for await (const event of engine.setup.authorize(request, signal)) {
      if (signal.aborted) return
      dispatch({ type: 'authorize-reported', event })
      if (event.type === 'done') done = event
    }
    if (done !== null) await testAll()
  }

  /** Straight to the page of the server, unless somebody has to type something for it first. */
  again(way: OAuthWay, language: string, because: Finding): void {
    const state = this.#tools.state()
    if (state.step !== 'test' && state.step !== 'result') return
    const told = this.#toldFor(state)
    const isTold = told.issuer !== null || told.client !== null
    const offer = state.offer ?? null
    if (isTold || (offer !== null && offer.client !== 'wanted')) void this.start(way, language)
    else this.#tools.dispatch({ type: 'sign-in-wanted', wants: 'password', because })
  }

  /** What was typed before, or is remembered with a saved account where somebody would have to type it again. */
  #toldFor({ saved, offer }: ConfirmedStep): SignInDetails {
    const id = offer?.client === 'wanted' ? saved?.account.oauth?.clientId : undefined
    const isTold = this.#told.issuer !== null || this.#told.client !== null
    return isTold || id === undefined ? this.#told : { client: { id, secret: null }, issuer: null }
  }

  /** Goes on with the account that was signed in, as the user name of everything. */
  async as(userName: string, language: string): Promise<void> {
    const { state, dispatch, confirm } = this.#tools
    const before = state()
    if (before.step !== 'authorize') return
    const services = before.services.map((service) =>
      service.chosen === null || service.chosen.userName === ''
        ? service
        : { ...service, chosen: { ...service.chosen, userName } },
    )
    const ticket = await confirm({ ...before, services })
    if (!ticket.ok) return
    const { setupId, credential } = ticket.value
    dispatch({ type: 'services-replaced', services, setupId, credential })
    await this.start(before.way, language)
  }
}
