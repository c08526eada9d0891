import type { EngineClient } from '#shared/contract/contract.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { WizardSession } from '#renderer/wizard/driver/session.ts'

/** What the page for a device asks of the engine. */
export class DeviceSending {
  readonly #engine: EngineClient
  readonly #session: WizardSession

  constructor(engine: EngineClient, session: WizardSession) {
    this.#engine = engine
    this.#session = session
  }

  /** Looks up whose address it is, and which servers it has. */
  lookUp(text: string): Promise<void> {
    return this.#session.during(['device'], async (_, visit) => {
      const address = parseEmailAddress(text)
      if (!address.ok) return visit.dispatch({ type: 'address-refused', problem: address.error })
      visit.dispatch({ type: 'address-accepted', address: address.value })
      const request = { address: address.value.unicode, accountType: null }
      const snapshots = visit.events((signal) => this.#engine.discovery.find(request, signal), 'alone')
      for await (const snapshot of snapshots)
        if (snapshot.ok) visit.dispatch({ type: 'discovered', discovery: snapshot.value })
    })
  }

  /** Goes to the ordinary test, with the server of one way. */
  test(endpoint: ServerEndpoint): Promise<void> {
    this.#session.dispatch({ type: 'device-test-wanted', endpoint })
    return this.#session.during(['servers'], async ({ discovery }, visit) => {
      const providerId = discovery.provider?.id ?? null
      const offer = await visit.answer(this.#engine.setup.offer({ providerId, issuer: null }))
      visit.dispatch({ type: 'offer-known', offer })
    })
  }
}
