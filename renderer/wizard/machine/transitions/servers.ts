import type { RankedCandidate } from '#shared/domain/candidate.ts'
import { adviceOnDraft, candidateInstead, readDraft } from '#renderer/wizard/machine/drafts.ts'
import { changedIn } from '#renderer/wizard/machine/saved.ts'
import { changeService, chooseCandidate } from '#renderer/wizard/machine/services.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { EventOf } from '#renderer/wizard/machine/events.ts'
import {
  FIRST_STEP,
  type AccountStep,
  type AddressStep,
  type ServersStep,
  type SignInStep,
} from '#renderer/wizard/machine/state.ts'
import { wantedFirst } from '#renderer/wizard/machine/agreement.ts'
import { confirmed, edit } from '#renderer/wizard/machine/transitions/ways.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const servers: TransitionsOf<'servers'> = {
  // The sources that answer late can only contradict: what stands in the table stays, and the user is told.
  discovered: (state, { discovery }) => ({ ...state, discovery }),
  'offer-known': (state, { offer }) => ({ ...state, offer }),
  'account-type-picked': repick,
  'service-toggled': (state, { protocol }) => toggle(state, protocol),
  'candidate-chosen': (state, { candidate }) => choose(state, candidate),
  'server-edited': (state, { protocol }) => edit(state, protocol),
  'draft-changed': (state, { draft }) => ({ ...state, draft: { ...draft, advice: null } }),
  'draft-applied': applyDraft,
  'advice-taken': takeAdvice,
  'draft-dropped': (state) => ({ ...state, draft: null }),
  'servers-refused': (state, { problem }) => ({ ...state, problem }),
  'servers-confirmed': (state, { setupId, offer, credential }) => ({
    ...confirmed({ ...state, setupId, offer }),
    ...changedIn(state),
    step: 'sign-in',
    wants: wantedFirst(state.discovery.provider?.signIn ?? []),
    because: credential === 'dropped' ? 'other-servers' : null,
  }),
  back: leave,
}

function applyDraft(state: ServersStep): ServersStep {
  const { draft } = state
  if (draft === null) return state
  const candidate = readDraft(draft)
  if (typeof candidate === 'string') return { ...state, draft: { ...draft, problem: candidate } }
  const advice = draft.advice === null ? adviceOnDraft(state, candidate) : null
  return advice === null ? choose(state, candidate) : { ...state, draft: { ...draft, problem: null, advice } }
}

function takeAdvice(state: ServersStep): ServersStep {
  const candidate = state.draft === null ? null : candidateInstead(state.draft)
  return candidate === null ? state : choose(state, candidate)
}

/** Back to the address; what was typed stands there again when the user returns. */
export function leave(state: ServersStep): AddressStep {
  const isSaved = state.saved !== undefined
  return isSaved ? FIRST_STEP : { ...FIRST_STEP, text: state.address.unicode, left: state }
}

/** Another account type: everything that hangs on it is looked up again. */
export function repick(
  { address }: ServersStep | SignInStep,
  { accountType }: EventOf<'account-type-picked'>,
): AccountStep {
  return { step: 'account', address, discovery: null, picked: accountType }
}

export function toggle(state: ServersStep, protocol: Protocol): ServersStep {
  const services = changeService(state.services, protocol, (service) => ({
    ...service,
    use: service.use === 'test' ? 'leave-out' : 'test',
  }))
  return { ...state, problem: null, services }
}

export function choose(state: ServersStep, candidate: RankedCandidate): ServersStep {
  const services = changeService(state.services, candidate.endpoint.protocol, (service) =>
    chooseCandidate(service, candidate),
  )
  return { ...state, draft: null, problem: null, services }
}
