import { withoutManaging } from '#renderer/wizard/machine/not-waiting.ts'
import type { AddressStep, DevicesStep } from '#renderer/wizard/machine/state.ts'
import { NOTHING_TOLD } from '#renderer/wizard/machine/sending-question.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const devices: TransitionsOf<'devices'> = {
  'device-searched': (state, { search }) => ({ ...state, search }),
  'device-picked': (state, { card }) => ({
    step: 'device',
    card,
    text: state.from.text,
    problem: null,
    needs: NOTHING_TOLD,
    lookUp: { state: 'none' },
    from: state,
  }),
  back: ({ from }) => from,
}

/** Opens the list of devices; it leads back to the address. */
export function beginWithDevices(from: AddressStep): DevicesStep {
  return { step: 'devices', search: '', from: withoutManaging(from) }
}
