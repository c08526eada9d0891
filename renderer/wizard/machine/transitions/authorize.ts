import { advanceAuthorizing } from '#renderer/wizard/machine/authorizing.ts'
import type { EventOf } from '#renderer/wizard/machine/events.ts'
import type { AuthorizeStep, WizardState } from '#renderer/wizard/machine/state.ts'
import {
  backToSignIn,
  replaceServices,
  startAuthorizing,
  startTest,
  toAddress,
  toServers,
  toSignIn,
} from '#renderer/wizard/machine/transitions/ways.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const authorize: TransitionsOf<'authorize'> = {
  'authorize-started': startAuthorizing,
  'authorize-reported': advance,
  'services-replaced': replaceServices,
  'test-started': startTest,
  'sign-in-wanted': toSignIn,
  'address-wanted': toAddress,
  'call-failed': backToSignIn,
  back: backToSignIn,
}

function advance(state: AuthorizeStep, { event }: EventOf<'authorize-reported'>): WizardState {
  if (event.type === 'unknown-setup') return toServers(state)
  if (event.type === 'stray') return { ...state, strays: 'seen' }
  if (event.type === 'approval') return { ...state, approval: event.finding }
  if (event.type === 'done') return { ...state, token: event.lasting === 'yes' ? 'lasting' : 'passing' }
  return { ...state, progress: advanceAuthorizing(state.progress, event) }
}
