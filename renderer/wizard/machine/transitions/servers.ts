import type { RankedCandidate } from '#shared/domain/candidate.ts'
import {
  candidateInstead,
  changedDraft,
  draftFromSheet,
  filledDrafts,
  judgeDraft,
} from '#renderer/wizard/machine/drafts.ts'
import { changedIn } from '#renderer/wizard/machine/saved.ts'
import { changeService, chooseCandidate } from '#renderer/wizard/machine/services.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { EventOf } from '#renderer/wizard/machine/events.ts'
import {
  FIRST_STEP,
  type AccountStep,
  type AddressStep,
  type DeviceStep,
  type ServerDraft,
  type ServersStep,
  type SignInStep,
} from '#renderer/wizard/machine/state.ts'
import { wantedFirst } from '#renderer/wizard/machine/agreement.ts'
import { confirmed, edit, typeByHand } from '#renderer/wizard/machine/transitions/ways.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const servers: TransitionsOf<'servers'> = {
  // The sources that answer late can only contradict: what stands in the table stays, and the user is told.
  discovered: (state, { discovery }) => ({ ...state, discovery }),
  'offer-known': (state, { offer }) => ({ ...state, offer }),
  'account-type-picked': repick,
  'service-toggled': (state, { protocol }) => toggle(state, protocol),
  'candidate-chosen': (state, { candidate }) => choose(state, candidate),
  'server-edited': (state, { protocol }) => edit(state, protocol),
  'by-hand-wanted': typeByHand,
  'draft-changed': (state, { draft }) =>
    withDrafts(state, (open) =>
      open.protocol === draft.protocol ? changedDraft(open, draft, state.address) : open,
    ),
  'sheet-read': takeSheet,
  'drafts-applied': applyDrafts,
  'advice-taken': takeAdvice,
  'draft-dropped': (state, { protocol }) => ({ ...state, drafts: without(state.drafts, protocol) }),
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

/** Opens the rows the sheet has something for, and writes over what stood in them. */
function takeSheet(state: ServersStep, { settings }: EventOf<'sheet-read'>): ServersStep {
  const opened = settings.map(({ protocol }) => protocol).reduce(edit, state)
  return withDrafts(opened, (draft) => {
    const read = settings.find(({ protocol }) => protocol === draft.protocol)
    return read === undefined ? draft : draftFromSheet(draft, read)
  })
}

/** Takes every row that was typed, or none of them: as long as one is wrong, or something is said about it first. */
function applyDrafts(state: ServersStep): ServersStep {
  if (state.drafts.length === 0) return state
  const typed = filledDrafts(state)
  if (typed.length === 0) return withDrafts(state, (draft) => ({ ...draft, problem: 'host' }))
  const judged = typed.map((draft) => judgeDraft(state, draft))
  if (judged.some(({ candidate }) => candidate === null))
    return withDrafts(
      state,
      (open) => judged.find(({ draft }) => draft.protocol === open.protocol)?.draft ?? open,
    )
  return judged.reduce<ServersStep>(
    (after, { candidate }) => (candidate === null ? after : choose(after, candidate)),
    { ...state, drafts: [] },
  )
}

function takeAdvice(state: ServersStep, { protocol }: EventOf<'advice-taken'>): ServersStep {
  const draft = state.drafts.find((open) => open.protocol === protocol)
  const candidate = draft === undefined ? null : candidateInstead(draft)
  return candidate === null ? state : choose(state, candidate)
}

function withDrafts(state: ServersStep, change: (draft: ServerDraft) => ServerDraft): ServersStep {
  return { ...state, drafts: state.drafts.map(change) }
}

function without(drafts: readonly ServerDraft[], protocol: Protocol): readonly ServerDraft[] {
  return drafts.filter((draft) => draft.protocol !== protocol)
}

/** Back to the device they are for, or to the address; what was typed stands there again when the user returns. */
export function leave(state: ServersStep): AddressStep | DeviceStep {
  if (state.device !== undefined) return state.device
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
  return { ...state, drafts: without(state.drafts, candidate.endpoint.protocol), problem: null, services }
}
