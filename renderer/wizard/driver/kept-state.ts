import { leaveBehind, takeLeft, type TabStorage } from '#renderer/client/tab-storage.ts'
import type { AddressStep, ServersStep } from '#renderer/wizard/machine/state.ts'

const LEFT_STATE = 'mailwright-state'

/** Where a page that is loaded again goes on. */
export type KeptState = AddressStep | ServersStep

/** SECURITY: the state of the wizard holds no secret, by its type, and of that only what was typed and found is kept. */
export function keepState(storage: TabStorage, state: KeptState): void {
  leaveBehind(storage, LEFT_STATE, JSON.stringify(state))
}

/** What the page before this one has left, `null` where there is nothing of use. */
export function takeKeptState(storage: TabStorage): KeptState | null {
  const text = takeLeft(storage, LEFT_STATE)
  try {
    const state: unknown = text === null ? null : JSON.parse(text)
    return isKept(state) ? state : null
  } catch {
    return null
  }
}

/** The same program has written it, and no other origin can; what is not whole is not used. */
function isKept(state: unknown): state is KeptState {
  if (typeof state !== 'object' || state === null || !('step' in state)) return false
  return state.step === 'address' || (state.step === 'servers' && 'discovery' in state)
}
