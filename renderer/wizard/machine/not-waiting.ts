import type { AddressStep, ResultStep } from '#renderer/wizard/machine/state.ts'

/** The same, waiting for nothing that was to be done with a saved account. */
export function withoutManaging(state: AddressStep): AddressStep {
  return state.managing.state === 'busy' ? { ...state, managing: { state: 'idle' } } : state
}

/** The same, waiting for nothing that was to be saved. */
export function withoutSaving(state: ResultStep): ResultStep {
  return state.saving.state === 'busy' ? { ...state, saving: { state: 'idle' } } : state
}
