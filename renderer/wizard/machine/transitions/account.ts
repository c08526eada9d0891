import { onlySends } from '#shared/catalogue/account-types.ts'
import { proposeServices } from '#renderer/wizard/machine/services.ts'
import { FIRST_STEP } from '#renderer/wizard/machine/state.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const account: TransitionsOf<'account'> = {
  discovered: (state, { discovery }) => ({ ...state, discovery }),
  'account-type-picked': (state, { accountType }) => ({ ...state, picked: accountType, discovery: null }),
  'account-accepted': (state) => {
    const { address, discovery } = state
    if (discovery === null) return state
    const services = proposeServices(discovery, onlySends(state.picked) ? 'sending' : 'everything')
    return { step: 'servers', address, discovery, services, draft: null, problem: null, setupId: null }
  },
  back: ({ address }) => ({ ...FIRST_STEP, text: address.unicode }),
}
