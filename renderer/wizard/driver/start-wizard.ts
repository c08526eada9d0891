import type { EngineClient } from '#shared/contract/contract.ts'
import { followHistory, windowHistory } from '#renderer/wizard/driver/browser-history.ts'
import { keepState } from '#renderer/wizard/driver/kept-state.ts'
import { resumable } from '#renderer/wizard/driver/resumable.ts'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import type { WizardState } from '#renderer/wizard/machine/state.ts'

/** The wizard in its window: it follows the Back of the browser, and leaves behind what a reload goes on with. */
export function startWizard(engine: EngineClient, initial: WizardState): Wizard {
  const wizard = new Wizard(engine, initial)
  followHistory(wizard, windowHistory())
  addEventListener('pagehide', () => keepState(sessionStorage, resumable(wizard.store.getState())))
  return wizard
}
