import { wantedFirst } from '#renderer/wizard/machine/agreement.ts'
import { browserSignInOf } from '#renderer/wizard/machine/authorizing.ts'
import { openDraft } from '#renderer/wizard/machine/drafts.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { EventOf } from '#renderer/wizard/machine/events.ts'
import { changedIn, refusedIn, savedIn } from '#renderer/wizard/machine/saved.ts'
import {
  FIRST_STEP,
  type AddressStep,
  type AuthorizeStep,
  type ConfirmedStep,
  type ResultStep,
  type ServersStep,
  type SignInStep,
  type TestStep,
} from '#renderer/wizard/machine/state.ts'

/** The ways that several steps have in common, and what is taken along on them. */
type Confirmed = Pick<
  SignInStep,
  | 'address'
  | 'discovery'
  | 'services'
  | 'setupId'
  | 'saved'
  | 'offer'
  | 'token'
  | 'passwords'
  | 'picked'
  | 'device'
>

/** What the steps after the confirmation share, and nothing that belongs to one of them alone. */
export function confirmed({
  address,
  discovery,
  services,
  setupId,
  passwords,
  ...rest
}: Confirmed): Confirmed {
  const typed = passwords === undefined ? {} : { passwords }
  return {
    address,
    discovery,
    services,
    setupId,
    ...savedIn(rest),
    ...browserSignInOf(rest),
    ...typed,
    ...pickedIn(rest),
  }
}

/** What the user has said before the servers: the account type, and the device they are for. */
function pickedIn({
  picked,
  device,
}: Pick<SignInStep, 'picked' | 'device'>): Pick<SignInStep, 'picked' | 'device'> {
  return { ...(picked === undefined ? {} : { picked }), ...(device === undefined ? {} : { device }) }
}

export function networksOf({
  network,
  before,
  testedAt,
}: TestStep | ResultStep): Pick<TestStep, 'network' | 'before' | 'testedAt'> {
  return {
    ...(network === undefined ? {} : { network }),
    ...(before === undefined ? {} : { before }),
    ...(testedAt === undefined ? {} : { testedAt }),
  }
}

/** Keeps what was found in this network, to be set beside what comes of the next. */
export function leaveNetwork<S extends TestStep | ResultStep>(state: S): S {
  const results = state.lanes.flatMap(({ result }) => result ?? [])
  return { ...state, before: { network: state.network ?? '', results } }
}

export function toAddress({ address }: AuthorizeStep | TestStep | ResultStep): AddressStep {
  return { ...FIRST_STEP, text: address.unicode }
}

export function toServers(state: ConfirmedStep): ServersStep {
  const saved = 'lanes' in state ? refusedIn(state) : savedIn(state)
  const { address, discovery, services, setupId, offer = null } = state
  return {
    address,
    discovery,
    services,
    setupId,
    offer,
    ...saved,
    ...pickedIn(state),
    step: 'servers',
    drafts: [],
    problem: null,
  }
}

/** Opens the fields of one row beside those that are open; a row that is being typed stays as it is. */
export function edit(state: ServersStep, protocol: Protocol): ServersStep {
  return { ...state, problem: null, drafts: openDraft(state, protocol) }
}

/** Opens what most accounts have. POP3 is asked for, not given. */
export function typeByHand(state: ServersStep): ServersStep {
  return (['imap', 'smtp'] as const).reduce(edit, state)
}

export function toServersOf(
  state: TestStep | ResultStep,
  { protocol }: EventOf<'servers-wanted'>,
): ServersStep {
  return protocol === null ? toServers(state) : edit(toServers(state), protocol)
}

/** The user sees with which name, and agrees, before Mailwright signs in where it was not to. */
export function addSignIn(state: TestStep | ResultStep, { protocol }: EventOf<'sign-in-added'>): ServersStep {
  const servers = edit(toServers(state), protocol)
  const drafts = servers.drafts.map((draft) => ({ ...draft, signIn: 'password' as const }))
  return { ...servers, drafts }
}

export function toSignIn(
  state: AuthorizeStep | TestStep | ResultStep,
  { wants, because }: EventOf<'sign-in-wanted'>,
): SignInStep {
  return { ...confirmed(state), step: 'sign-in', wants, because }
}

export function backToSignIn(state: AuthorizeStep | TestStep | ResultStep): SignInStep {
  const wants = wantedFirst(state.discovery.provider?.signIn ?? [])
  return { ...confirmed(state), step: 'sign-in', wants, because: null }
}

export function startAuthorizing(state: ConfirmedStep, { way }: EventOf<'authorize-started'>): AuthorizeStep {
  return { ...confirmed(state), step: 'authorize', way, progress: { state: 'preparing' }, strays: 'none' }
}

/** What is typed takes the place of a token, and of what was saved. */
export function takePassword<S extends ConfirmedStep>(state: S, { passwords }: EventOf<'password-given'>): S {
  return { ...state, ...changedIn(state), token: 'none', passwords }
}

/** The first test of what was given just now. */
export function startTest(state: SignInStep | AuthorizeStep): TestStep {
  return { ...confirmed(state), ...changedIn(state), step: 'test', lanes: [] }
}

/** Where the engine does not use the password for the new servers, the user gives it again, knowing where it goes. */
export function replaceServices<S extends AuthorizeStep | TestStep | ResultStep>(
  state: S,
  { services, setupId, credential }: EventOf<'services-replaced'>,
): S | SignInStep {
  const replaced = { ...state, ...changedIn(state), services, setupId }
  return credential === 'dropped'
    ? { ...backToSignIn(replaced), token: 'none', because: 'other-servers' }
    : replaced
}
