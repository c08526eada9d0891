import type { EngineClient } from '#shared/contract/contract.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { WizardSession } from '#renderer/wizard/driver/session.ts'
import { setupIdOf } from '#renderer/wizard/machine/handed-over.ts'
import type { WizardState } from '#renderer/wizard/machine/state.ts'

/** What the page for a mail program asks of the engine. */
export class Handover {
  readonly #engine: EngineClient
  readonly #session: WizardSession

  constructor(engine: EngineClient, session: WizardSession) {
    this.#engine = engine
    this.#session = session
  }

  /** Lets a message go out and come back, while the user looks for it in the mail program. */
  sendMessage(language: Language): Promise<void> {
    return this.#session.during(['handover'], async ({ from }, visit) => {
      const setupId = setupIdOf(from)
      if (setupId === null) return
      visit.dispatch({ type: 'message-begun' })
      const request = { setupId, language, to: null }
      const open = (signal: AbortSignal) => this.#engine.setup.sendTest(request, signal)
      for await (const event of visit.events(open, 'alone')) visit.dispatch({ type: 'test-reported', event })
    })
  }

  /** SECURITY: the engine forgets the password of an account that was saved, once the user has left for another. */
  closeAfter(before: WizardState): void {
    const done = before.step === 'handover' ? before.from : before
    const setupId = done.step === 'done' ? setupIdOf(done) : null
    if (setupId !== null) void this.#engine.setup.close({ setupId })
  }
}
