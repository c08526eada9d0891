import type { Protocol } from '#shared/domain/protocol.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import type { EventOf } from '#renderer/wizard/machine/events.ts'
import { beginAnew, type Lane } from '#renderer/wizard/machine/lanes.ts'
import { hostsThatGetPassword } from '#renderer/wizard/machine/services.ts'
import { withoutSaving } from '#renderer/wizard/machine/not-waiting.ts'
import { FIRST_STEP, type DoneStep, type ResultStep } from '#renderer/wizard/machine/state.ts'
import { beginExplaining } from '#renderer/wizard/machine/transitions/explain.ts'
import { beginHandover } from '#renderer/wizard/machine/transitions/handover.ts'
import { beginReading } from '#renderer/wizard/machine/transitions/report.ts'
import {
  addSignIn,
  backToSignIn,
  confirmed,
  leaveNetwork,
  networksOf,
  replaceServices,
  startAuthorizing,
  takePassword,
  toAddress,
  toServers,
  toServersOf,
  toSignIn,
} from '#renderer/wizard/machine/transitions/ways.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

function leftOutOf(lanes: readonly Lane[], { services }: SavedAccount): readonly Protocol[] {
  const saved = new Set(services.map(({ endpoint }) => endpoint.protocol))
  return lanes.map(({ endpoint }) => endpoint.protocol).filter((protocol) => !saved.has(protocol))
}

function finish({ lanes, setupId, discovery }: ResultStep, { account }: EventOf<'saved'>): DoneStep {
  return { step: 'done', account, leftOut: leftOutOf(lanes, account), tested: { setupId, discovery } }
}

export const result: TransitionsOf<'result'> = {
  'network-left': leaveNetwork,
  'test-started': (state, { protocols, expert }) => ({
    ...confirmed(state),
    ...networksOf(state),
    step: 'test',
    lanes: beginAnew(state.lanes, protocols, expert),
  }),
  'password-given': takePassword,
  'services-replaced': replaceServices,
  'sign-in-wanted': toSignIn,
  'authorize-started': startAuthorizing,
  'servers-wanted': toServersOf,
  'address-wanted': toAddress,
  'sign-in-added': addSignIn,
  restarted: () => FIRST_STEP,
  'handover-wanted': beginHandover,
  'explain-wanted': beginExplaining,
  'report-wanted': beginReading,
  looked: (state, { looks }) => ({ ...state, looks: { ...state.looks, ...looks } }),
  saving: (state) => ({ ...state, saving: { state: 'busy' } }),
  'save-failed': (state, { problem }) => ({ ...state, saving: { state: 'failed', problem } }),
  'call-failed': withoutSaving,
  saved: finish,
  back: (state) =>
    hostsThatGetPassword(state.services).length === 0 ? toServers(state) : backToSignIn(state),
}
