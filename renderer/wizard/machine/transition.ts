import type { RankedCandidate } from '#shared/domain/candidate.ts'
import type { EventOf, EventType, WizardEvent } from '#renderer/wizard/machine/events.ts'
import {
  beginExplaining,
  setUpConcerned,
  takeExplanation,
  takePasted,
} from '#renderer/wizard/machine/explaining.ts'
import {
  advanceAuthorizing,
  browserSignInOf,
  type ConfirmedStep,
} from '#renderer/wizard/machine/authorizing.ts'
import { advanceLanes, beginAnew } from '#renderer/wizard/machine/lanes.ts'
import { changedIn, refusedIn, savedIn, takeOpened } from '#renderer/wizard/machine/saved.ts'
import {
  adviceOnDraft,
  candidateInstead,
  changeService,
  chooseCandidate,
  draftOf,
  hostsThatGetPassword,
  proposeServices,
  readDraft,
} from '#renderer/wizard/machine/services.ts'
import {
  FIRST_STEP,
  type AddressStep,
  type AuthorizeStep,
  type ResultStep,
  type ServersStep,
  type SignInStep,
  type StepName,
  type TestStep,
  type WizardState,
} from '#renderer/wizard/machine/state.ts'

type StateOf<S extends StepName> = Extract<WizardState, { readonly step: S }>

type Transitions = {
  readonly [S in StepName]: {
    readonly [E in EventType]?: (state: StateOf<S>, event: EventOf<E>) => WizardState
  }
}

/**
 * Which event leads from where to where. An event that has no entry for the step changes nothing: a late report of a
 * test that was left, for one.
 */
const TRANSITIONS: Transitions = {
  address: {
    'accounts-listed': (state, { accounts }) => ({ ...state, accounts }),
    'account-taken-up': (state, { address, deed }) => ({
      ...state,
      managing: { state: 'busy', address, deed },
    }),
    'account-failed': (state, { type: _, ...failure }) => ({
      ...state,
      managing: { state: 'failed', ...failure },
    }),
    'account-forgotten': (state, { address, secrets }) => ({
      ...state,
      managing: { state: 'forgotten', address, secrets },
    }),
    'account-opened': takeOpened,
    'address-typed': (state, { text }) => ({ ...state, text, problem: null, doubt: null }),
    'address-refused': (state, { problem }) => ({ ...state, problem, doubt: null }),
    'address-doubted': (state, { doubt }) => ({ ...state, problem: null, doubt }),
    'explain-wanted': beginExplaining,
    'address-accepted': (_, { address }) => ({ step: 'account', address, discovery: null, picked: null }),
  },
  account: {
    discovered: (state, { discovery }) => ({ ...state, discovery }),
    'account-type-picked': (state, { accountType }) => ({ ...state, picked: accountType, discovery: null }),
    'account-accepted': (state) => {
      const { address, discovery } = state
      if (discovery === null) return state
      const services = proposeServices(discovery)
      return { step: 'servers', address, discovery, services, draft: null, problem: null, setupId: null }
    },
    back: ({ address }) => ({ ...FIRST_STEP, text: address.unicode }),
  },
  servers: {
    'service-toggled': (state, { protocol }) => ({
      ...state,
      problem: null,
      services: changeService(state.services, protocol, (service) => ({
        ...service,
        use: service.use === 'test' ? 'leave-out' : 'test',
      })),
    }),
    'candidate-chosen': (state, { candidate }) => ({
      ...state,
      problem: null,
      draft: null,
      services: changeService(state.services, candidate.endpoint.protocol, (service) =>
        chooseCandidate(service, candidate),
      ),
    }),
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
  },
  'sign-in': {
    'test-started': (state) => ({ ...confirmed(state), ...changedIn(state), step: 'test', lanes: [] }),
    'authorize-started': startAuthorizing,
    'password-given': (state) => ({ ...state, token: 'none' }),
    back: (state) => toServers(state),
    'servers-wanted': (state) => toServers(state),
  },
  authorize: {
    'authorize-started': startAuthorizing,
    'authorize-reported': advanceSignIn,
    'services-replaced': replaceServices,
    'test-started': (state) => ({ ...confirmed(state), ...changedIn(state), step: 'test', lanes: [] }),
    'sign-in-wanted': toSignIn,
    'address-wanted': toAddress,
    back: backToSignIn,
  },
  test: {
    // What is tested again has not ended: a report that the others have must not end the test.
    'test-started': (state, { protocols }) => ({ ...state, lanes: beginAnew(state.lanes, protocols) }),
    'network-left': leaveNetwork,
    'test-reported': advance,
    'services-replaced': replaceServices,
    'sign-in-wanted': toSignIn,
    'authorize-started': startAuthorizing,
    'servers-wanted': toServersOf,
    'address-wanted': toAddress,
    'sign-in-added': addSignIn,
  },
  result: {
    'network-left': leaveNetwork,
    'test-started': (state, { protocols }) => ({
      ...confirmed(state),
      ...networksOf(state),
      step: 'test',
      lanes: beginAnew(state.lanes, protocols),
    }),
    'services-replaced': replaceServices,
    'sign-in-wanted': toSignIn,
    'authorize-started': startAuthorizing,
    'servers-wanted': toServersOf,
    'address-wanted': toAddress,
    'sign-in-added': addSignIn,
    restarted: () => FIRST_STEP,
    'explain-wanted': beginExplaining,
    saving: (state) => ({ ...state, saving: { state: 'busy' } }),
    'save-failed': (state, { problem }) => ({ ...state, saving: { state: 'failed', problem } }),
    saved: (_, { account }) => ({ step: 'done', account }),
    back: (state) => {
      if (hostsThatGetPassword(state.services).length === 0) return toServers(state)
      return backToSignIn(state)
    },
  },
  done: {
    restarted: () => FIRST_STEP,
  },
  explain: {
    'accounts-listed': (state, { accounts }) =>
      state.from.step === 'address' ? { ...state, from: { ...state.from, accounts } } : state,
    'text-pasted': takePasted,
    'text-refused': (state, { problem }) => ({ ...state, problem }),
    explained: takeExplanation,
    'set-up-wanted': setUpConcerned,
    back: ({ from }) => from,
  },
}

/** The next state of the wizard: a pure function, the only place where steps follow each other. */
export function transition<S extends StepName>(state: StateOf<S>, event: WizardEvent): WizardState {
  const move = TRANSITIONS[state.step][event.type] as
    | ((state: StateOf<S>, event: WizardEvent) => WizardState)
    | undefined
  return move === undefined ? state : move(state, event)
}

type Confirmed = Pick<
  SignInStep,
  'address' | 'discovery' | 'services' | 'setupId' | 'saved' | 'offer' | 'token'
>

function confirmed({ address, discovery, services, setupId, ...rest }: Confirmed): Confirmed {
  return { address, discovery, services, setupId, ...savedIn(rest), ...browserSignInOf(rest) }
}

function backToSignIn(state: AuthorizeStep | TestStep | ResultStep): SignInStep {
  const wants = wantedFirst(state.discovery.provider?.signIn ?? [])
  return { ...confirmed(state), step: 'sign-in', wants, because: null }
}

function startAuthorizing(state: ConfirmedStep, { way }: EventOf<'authorize-started'>): AuthorizeStep {
  return { ...confirmed(state), step: 'authorize', way, progress: { state: 'preparing' }, strays: 'none' }
}

function advanceSignIn(state: AuthorizeStep, { event }: EventOf<'authorize-reported'>): WizardState {
  if (event.type === 'unknown-setup') return toServers(state)
  if (event.type === 'stray') return { ...state, strays: 'seen' }
  if (event.type === 'approval') return { ...state, approval: event.finding }
  if (event.type === 'done') return { ...state, token: event.lasting === 'yes' ? 'lasting' : 'passing' }
  return { ...state, progress: advanceAuthorizing(state.progress, event) }
}

function networksOf({ network, before }: TestStep | ResultStep): Pick<TestStep, 'network' | 'before'> {
  return { ...(network === undefined ? {} : { network }), ...(before === undefined ? {} : { before }) }
}

function leaveNetwork<S extends TestStep | ResultStep>(state: S): S {
  const results = state.lanes.flatMap(({ result }) => result ?? [])
  return { ...state, before: { network: state.network ?? '', results } }
}

function toServers(state: ConfirmedStep): ServersStep {
  const saved = 'lanes' in state ? refusedIn(state) : savedIn(state)
  const { address, discovery, services, setupId } = state
  return { address, discovery, services, setupId, ...saved, step: 'servers', draft: null, problem: null }
}

function toSignIn(
  state: AuthorizeStep | TestStep | ResultStep,
  { wants, because }: EventOf<'sign-in-wanted'>,
): SignInStep {
  return { ...confirmed(state), step: 'sign-in', wants, because }
}

function toServersOf(state: TestStep | ResultStep, { protocol }: EventOf<'servers-wanted'>): ServersStep {
  return protocol === null ? toServers(state) : edit(toServers(state), protocol)
}

/** The user sees with which name, and agrees, before anybody signs in where nobody was to. */
function addSignIn(state: TestStep | ResultStep, { protocol }: EventOf<'sign-in-added'>): ServersStep {
  const servers = edit(toServers(state), protocol)
  return servers.draft === null ? servers : { ...servers, draft: { ...servers.draft, signIn: 'password' } }
}

function toAddress({ address }: AuthorizeStep | TestStep | ResultStep): AddressStep {
  return { ...FIRST_STEP, text: address.unicode }
}

/** Where the engine does not use the password for the new servers, the user gives it again, knowing where it goes. */
function replaceServices<S extends AuthorizeStep | TestStep | ResultStep>(
  state: S,
  { services, setupId, credential }: EventOf<'services-replaced'>,
): S | SignInStep {
  const replaced = { ...state, ...changedIn(state), services, setupId }
  return credential === 'dropped'
    ? { ...backToSignIn(replaced), token: 'none', because: 'other-servers' }
    : replaced
}

function edit(state: ServersStep, protocol: ServersStep['services'][number]['protocol']): ServersStep {
  const service = state.services.find((candidate) => candidate.protocol === protocol)
  return service === undefined ? state : { ...state, problem: null, draft: draftOf(service, state.address) }
}

function applyDraft(state: ServersStep): ServersStep {
  const { draft } = state
  if (draft === null) return state
  const candidate = readDraft(draft)
  if (typeof candidate === 'string') return { ...state, draft: { ...draft, problem: candidate } }
  const advice = draft.advice === null ? adviceOnDraft(state.services, candidate) : null
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

function wantedFirst(signIn: readonly string[]): SignInStep['wants'] {
  return signIn.includes('app-password') && !signIn.includes('password') ? 'app-password' : 'password'
}

function advance(state: TestStep, { event }: EventOf<'test-reported'>): WizardState {
  const lanes = advanceLanes(state.lanes, event)
  const allEnded = lanes.every(({ result }) => result !== null)
  if (event.type === 'done' && allEnded)
    return { ...confirmed(state), ...networksOf(state), step: 'result', lanes, saving: { state: 'idle' } }
  if (event.type === 'started') return { ...state, lanes, network: event.network }
  return event.type === 'unknown-setup' ? toServers(state) : { ...state, lanes }
}
