import {
  passwordEndedAt,
  sendingServiceAt,
  type SecretKind,
  type SenderFacts,
} from '#shared/catalogue/service-at.ts'
import type { PasswordSlot } from '#shared/domain/saved-account.ts'
import type { Passwords } from '#shared/report/causes.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { hasTwoOwners } from '#renderer/wizard/machine/owners.ts'
import { hostsThatGetPassword, servicesToTest } from '#renderer/wizard/machine/services.ts'
import type { ConfirmedStep, ServersStep, SignInStep } from '#renderer/wizard/machine/state.ts'

/**
 * Whether the user agrees to the servers by a press of their own, before there is a field for a password. SECURITY: a
 * guess, a server of another domain that no catalogue vouches for, and sources that contradict each other may be the work
 * of an attacker. Elsewhere the button that signs in names the hosts, and pressing it is the agreement.
 */
export function agreesFirst({ services, discovery }: Pick<ServersStep, 'services' | 'discovery'>): boolean {
  const chosen = services.flatMap((service) =>
    service.use === 'test' && service.chosen !== null ? [service.chosen] : [],
  )
  if (chosen.length === 0 || discovery.contradictions.length > 0) return true
  return chosen.some(
    ({ trust, otherDomain }) => trust === 'guess' || (otherDomain !== null && discovery.provider === null),
  )
}

/** Whether sending has a password of its own; what was typed goes before what was saved, and that before the names. */
export function passwordsOf(
  state: Pick<ServersStep, 'services' | 'discovery'> & Pick<SignInStep, 'passwords' | 'saved'>,
): Passwords {
  const { passwords, saved } = state
  const ownForSending = saved?.account.services.some(({ slot }) => slot === 'sending') ?? false
  const two = saved === undefined ? hasTwoOwners(state) : ownForSending
  return passwords === undefined || passwords === 'none' ? (two ? 'two' : 'one') : passwords
}

/** What a test signs in with. `saved`: what the keychain has, `browser`: a token; no password is part of the state. */
export type SignedInWith = 'password' | 'saved' | 'browser' | 'none'

export function signedInWith({
  services,
  saved,
  passwords,
  token = 'none',
}: Pick<SignInStep, 'services' | 'saved' | 'passwords' | 'token'>): SignedInWith {
  if (passwords === 'none' || hostsThatGetPassword(services).length === 0) return 'none'
  if (token !== 'none') return 'browser'
  return passwords === undefined && saved !== undefined ? 'saved' : 'password'
}

/** Which kind of password a provider takes by its ways to sign in. */
export function wantedFirst(signIn: readonly string[]): SignInStep['wants'] {
  return signIn.includes('app-password') && !signIn.includes('password') ? 'app-password' : 'password'
}

/** Which kind of password the account takes. */
export function wantsOf(state: ServersStep | ConfirmedStep): SignInStep['wants'] {
  return state.step === 'sign-in' ? state.wants : wantedFirst(state.discovery.provider?.signIn ?? [])
}

/**
 * `browser`: on the page of the server, without anything being typed first. `program`: the mail program opens that page
 * itself, and Mailwright cannot: it is not registered there. `password`: as the provider takes it.
 */
export type WayToSignIn = 'browser' | 'program' | 'password'

export interface SignInRecord {
  readonly way: WayToSignIn
  /** The servers that may be offered a password; those at which passwords have ended are none of them. */
  readonly withPassword: readonly ServerEndpoint[]
  /** Whether every service that wants a sign-in is among them. */
  readonly passwordFor: 'all' | 'some' | 'none'
  /** Who has ended passwords at the others, `null` where there are none. */
  readonly endedBy: string | null
}

/** How the user signs in, decided for each service by what its provider takes on that day. */
export function signInRecord({ services, offer = null, discovery }: SignInFacts): SignInRecord {
  const wanting = servicesToTest(services).flatMap(({ endpoint, signIn }) =>
    signIn === 'password' ? [endpoint] : [],
  )
  const withPassword = wanting.filter((endpoint) => endedBy(endpoint, discovery) === null)
  const passwordFor =
    withPassword.length === wanting.length ? 'all' : withPassword.length === 0 ? 'none' : 'some'
  const isBrowserReady = offer !== null && offer.client !== 'wanted'
  return {
    way: isBrowserReady ? 'browser' : passwordFor === 'all' ? 'password' : 'program',
    withPassword,
    passwordFor,
    endedBy: wanting.map((endpoint) => endedBy(endpoint, discovery)).find((name) => name !== null) ?? null,
  }
}

type SignInFacts = Pick<SignInStep, 'services' | 'discovery' | 'offer'>

/**
 * Who has ended passwords at a host: the provider of the account at its own, found or typed, and elsewhere whoever the
 * catalogue knows there, whatever the address is.
 */
function endedBy(
  server: ServerEndpoint,
  { provider, candidates, day }: SignInFacts['discovery'],
): string | null {
  const isTheirs = candidates.some(({ endpoint }) => endpoint.host === server.host)
  if (isTheirs && provider?.noPasswordAt?.includes(server.protocol) === true) return provider.name
  return passwordEndedAt(day, server)?.name ?? null
}

/** The service of another company that sends the mail, where the catalogue knows it. */
export function sendingServiceOf({ services, discovery }: SignInFacts): SenderFacts | null {
  const sender = servicesToTest(services).find(
    ({ endpoint, signIn }) => endpoint.protocol === 'smtp' && signIn === 'password',
  )
  return sender === undefined ? null : sendingServiceAt(discovery.day, sender.endpoint.host)
}

/** What is to be typed into a field: the account's own kind of password, or what the service that sends takes. */
export function secretFor(state: ServersStep | ConfirmedStep, slot: PasswordSlot): SecretKind {
  const sending = sendingServiceOf(state)
  const isAlone = signInRecord(state).withPassword.every(({ protocol }) => protocol === 'smtp')
  if (sending !== null && (slot === 'sending' || isAlone)) return sending.secret
  return slot === 'sending' && hasTwoOwners(state) ? 'password' : wantsOf(state)
}
