import type { RankedCandidate } from '#shared/domain/candidate.ts'
import { adviceOnDraft, candidateInstead, readDraft } from '#renderer/wizard/machine/drafts.ts'
import { changedIn } from '#renderer/wizard/machine/saved.ts'
import { changeService, chooseCandidate } from '#renderer/wizard/machine/services.ts'
import { FIRST_STEP, type ServersStep } from '#renderer/wizard/machine/state.ts'
import { confirmed, edit, wantedFirst } from '#renderer/wizard/machine/transitions/ways.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const servers: TransitionsOf<'servers'> = {
  'service-toggled': (state, { protocol }) => ({
    ...state,
    problem: null,
    services: changeService(state.services, protocol, (service) => ({
      ...service,
      use: service.use === 'test' ? 'leave-out' : 'test',
    })),
  }),
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
  back: ({ address, discovery, saved }) =>
    saved === undefined ? { step: 'account', address, discovery, picked: null } : FIRST_STEP,
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

function choose(state: ServersStep, candidate: RankedCandidate): ServersStep {
  const services = changeService(state.services, candidate.endpoint.protocol, (service) =>
    chooseCandidate(service, candidate),
  )
  return { ...state, draft: null, problem: null, services }
}
