import { isUsable, type Discovery } from '#shared/discovery/discovery.ts'
import { onlySends } from '#shared/catalogue/account-types.ts'
import { blankServices, proposeServices } from '#renderer/wizard/machine/services.ts'
import { FIRST_STEP, type AccountStep, type ServersStep } from '#renderer/wizard/machine/state.ts'
import { typeByHand } from '#renderer/wizard/machine/transitions/ways.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const account: TransitionsOf<'account'> = {
  discovered: (state, { discovery }) =>
    fillsTable(discovery) ? fill(state, discovery) : { ...state, discovery },
  'offer-known': (state, { offer }) => ({ ...state, offer }),
  'account-type-picked': ({ address }, { accountType }) => ({
    step: 'account',
    address,
    picked: accountType,
    discovery: null,
  }),
  'account-accepted': (state) => (state.discovery === null ? state : fill(state, state.discovery)),
  'by-hand-wanted': (state) =>
    state.discovery === null ? state : typeByHand(withBlanks(fill(state, state.discovery))),
  back: ({ address }) => ({ ...FIRST_STEP, text: address.unicode }),
}

/**
 * Whether the table of settings is filled in without being asked for: something stands in it, and what is still being
 * asked can only contradict. A guess waits for the sources that know better.
 */
function fillsTable(discovery: Discovery): boolean {
  const { provider, candidates, complete } = discovery
  if (provider?.kind === 'closed' || !isUsable(discovery)) return false
  const named = candidates.filter(({ source }) => source !== 'proposal')
  if (named.length === 0) return false
  const isKnown = provider !== null && provider.certainty !== 'probable'
  return complete || isKnown || named.every(({ trust }) => trust !== 'guess')
}

function fill({ address, picked, offer }: AccountStep, discovery: Discovery): ServersStep {
  return {
    step: 'servers',
    address,
    discovery,
    services: proposeServices(discovery, onlySends(picked) ? 'sending' : 'everything'),
    drafts: [],
    problem: null,
    setupId: null,
    ...(picked === null ? {} : { picked }),
    ...(offer === undefined ? {} : { offer }),
  }
}

/** Nothing is filled in that the user is about to type; what may be right stands beside it, as what it is. */
function withBlanks(state: ServersStep): ServersStep {
  return { ...state, services: blankServices(state.discovery) }
}
