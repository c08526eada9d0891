import type { ConfirmedTicket, ConfirmProblem, EngineClient } from '#shared/contract/contract.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { isSetupGone } from '#shared/domain/setup-gone.ts'
import type { Outcome } from '#shared/outcome.ts'
import type { GivenSecrets } from '#renderer/wizard/driver/given-secrets.ts'
import type { LiveTest } from '#renderer/wizard/driver/live-test.ts'
import type { WizardSession, Visit } from '#renderer/wizard/driver/session.ts'
import {
  hostsThatGetPassword,
  pinCertificate,
  renameUser,
  servicesToTest,
  useEndpoint,
} from '#renderer/wizard/machine/services.ts'
import {
  TESTED_STEPS,
  type ResultStep,
  type ServersStep,
  type ServiceChoice,
  type TestStep,
} from '#renderer/wizard/machine/state.ts'

/** Says to the engine which servers the user has agreed to, before and after a test. */
export class ServerConfirmation {
  readonly #engine: EngineClient
  readonly #session: WizardSession
  readonly #live: LiveTest

  constructor(engine: EngineClient, session: WizardSession, live: LiveTest) {
    this.#engine = engine
    this.#session = session
    this.#live = live
  }

  confirm(): Promise<void> {
    return this.#session.during(['servers'], async (state, visit) => {
      const { services, saved } = state
      const ticket = await this.#agree(state, visit)
      if (ticket === null) return
      // Where no server wants a password there is none to ask for, nor where a saved one is for these very servers.
      const isSaved = saved?.secret === 'ready' && ticket.credential === 'kept'
      if (hostsThatGetPassword(services).length === 0 || isSaved) await this.#live.run(null, null)
    })
  }

  /**
   * Agrees to the servers and tests them at once: the button names the hosts, so pressing it is the confirmation.
   * @returns `kept-back` where nothing was used: the engine did not agree, or has seen so many passwords refused that
   * the user is asked first
   */
  async confirmAndTest(given: GivenSecrets | 'none'): Promise<'tested' | 'kept-back'> {
    let answer: 'tested' | 'kept-back' = 'kept-back'
    await this.#session.during(['servers'], async (state, visit) => {
      const ticket = await this.#agree(state, visit)
      if (ticket === null || (given !== 'none' && (await this.#mustAsk(ticket)))) return
      answer = 'tested'
      await this.#live.run(given, null)
    })
    return answer
  }

  /** One more refusal may lock the account. */
  async #mustAsk({ setupId }: ConfirmedTicket): Promise<boolean> {
    const record = await this.#engine.setup.refusals({ setupId })
    return !isSetupGone(record) && record.left === 0
  }

  /** Agrees to the servers, where that has not been done; what follows is up to the caller. */
  agree(): Promise<void> {
    return this.#session.during(['servers'], async (state, visit) => {
      await this.#agree(state, visit)
    })
  }

  async #agree(state: ServersStep, visit: Visit): Promise<ConfirmedTicket | null> {
    if (servicesToTest(state.services).length === 0) {
      visit.dispatch({ type: 'servers-refused', problem: 'nothing-to-test' })
      return null
    }
    const ticket = await visit.answer(this.ask(state))
    if (!ticket.ok) {
      visit.dispatch({ type: 'servers-refused', problem: ticket.error })
      return null
    }
    visit.dispatch({ type: 'servers-confirmed', ...ticket.value })
    return ticket.value
  }

  /** Takes another port or host for one service and tests it again, as soon as the user has given the password for it. */
  useEndpoint(endpoint: ServerEndpoint): Promise<void> {
    return this.#session.during(TESTED_STEPS, (state, visit) => {
      const services = useEndpoint(state.services, endpoint, state.address)
      return this.#replace(state, visit, services, [endpoint.protocol])
    })
  }

  /** Signs in with another name wherever the refused one was to be used, and tests those services again. */
  useUserName(protocol: Protocol, userName: string): Promise<void> {
    return this.#session.during(TESTED_STEPS, (state, visit) => {
      const { services, changed } = renameUser(state.services, protocol, userName)
      return this.#replace(state, visit, services, changed)
    })
  }

  /** Accepts the certificate the user has compared, for this server alone, and tests it again. */
  trustCertificate(protocol: Protocol, fingerprint: string): Promise<void> {
    return this.#session.during(TESTED_STEPS, (state, visit) =>
      this.#replace(state, visit, pinCertificate(state.services, protocol, fingerprint), [protocol]),
    )
  }

  /** The call itself, for these services. */
  ask({
    address,
    discovery,
    services,
    setupId,
  }: Pick<ServersStep, 'address' | 'discovery' | 'services' | 'setupId'>): Promise<
    Outcome<ConfirmedTicket, ConfirmProblem>
  > {
    return this.#engine.setup.confirm({
      address: address.unicode,
      providerId: discovery.provider?.id ?? null,
      services: servicesToTest(services),
      previous: setupId,
      issuer: services.find(({ chosen }) => chosen?.issuer !== undefined)?.chosen?.issuer ?? null,
    })
  }

  async #replace(
    state: TestStep | ResultStep,
    visit: Visit,
    services: readonly ServiceChoice[],
    protocols: readonly Protocol[],
  ): Promise<void> {
    const ticket = await visit.answer(this.ask({ ...state, services }))
    if (!ticket.ok) return
    const { setupId, credential } = ticket.value
    visit.dispatch({ type: 'services-replaced', services, setupId, credential })
    if (credential !== 'dropped') await this.#live.run(null, protocols)
  }
}
