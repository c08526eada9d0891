import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import type { StateOf, StepName, WizardState } from '#renderer/wizard/machine/state.ts'
import { account } from '#renderer/wizard/machine/transitions/account.ts'
import { address } from '#renderer/wizard/machine/transitions/address.ts'
import { authorize } from '#renderer/wizard/machine/transitions/authorize.ts'
import { device } from '#renderer/wizard/machine/transitions/device.ts'
import { devices } from '#renderer/wizard/machine/transitions/devices.ts'
import { done } from '#renderer/wizard/machine/transitions/done.ts'
import { explain } from '#renderer/wizard/machine/transitions/explain.ts'
import { handover } from '#renderer/wizard/machine/transitions/handover.ts'
import { inspect } from '#renderer/wizard/machine/transitions/inspect.ts'
import { programs } from '#renderer/wizard/machine/transitions/programs.ts'
import { report } from '#renderer/wizard/machine/transitions/report.ts'
import { result } from '#renderer/wizard/machine/transitions/result.ts'
import { servers } from '#renderer/wizard/machine/transitions/servers.ts'
import { signIn } from '#renderer/wizard/machine/transitions/sign-in.ts'
import { test } from '#renderer/wizard/machine/transitions/test.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

/** Which event leads from where to where. */
const TRANSITIONS: { readonly [S in StepName]: TransitionsOf<S> } = {
  address,
  account,
  servers,
  'sign-in': signIn,
  authorize,
  test,
  result,
  done,
  handover,
  explain,
  report,
  programs,
  inspect,
  devices,
  device,
}

/** The next state of the wizard: a pure function, the only place where steps follow each other. */
export function transition<S extends StepName>(state: StateOf<S>, event: WizardEvent): WizardState {
  const move = TRANSITIONS[state.step][event.type] as
    | ((state: StateOf<S>, event: WizardEvent) => WizardState)
    | undefined
  return move === undefined ? state : move(state, event)
}
