import type { EventOf, EventType } from '#renderer/wizard/machine/events.ts'
import type { StateOf, StepName, WizardState } from '#renderer/wizard/machine/state.ts'

/**
 * Where each event leads from one step. An event without an entry changes nothing there: a late report of a test that
 * was left, for one.
 */
export type TransitionsOf<S extends StepName> = {
  readonly [E in EventType]?: (state: StateOf<S>, event: EventOf<E>) => WizardState
}
