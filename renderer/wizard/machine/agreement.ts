import type { Passwords } from '#shared/report/causes.ts'
import type { ServersStep, SignInStep } from '#renderer/wizard/machine/state.ts'

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

/** Whether sending has a password of its own; what was typed goes before what was saved. */
export function passwordsOf({ passwords, saved }: Pick<SignInStep, 'passwords' | 'saved'>): Passwords {
  const ownForSending = saved?.account.services.some(({ slot }) => slot === 'sending') ?? false
  return passwords ?? (ownForSending ? 'two' : 'one')
}

/** Which kind of password a provider takes by its ways to sign in. */
export function wantedFirst(signIn: readonly string[]): SignInStep['wants'] {
  return signIn.includes('app-password') && !signIn.includes('password') ? 'app-password' : 'password'
}

/** Which kind of password the account takes. */
export function wantsOf(state: ServersStep | SignInStep): SignInStep['wants'] {
  return state.step === 'sign-in' ? state.wants : wantedFirst(state.discovery.provider?.signIn ?? [])
}

/** The browser comes first where it works without anything being typed, or where nothing else works. */
export function signInRecord({ offer = null, discovery }: ServersStep | SignInStep) {
  const kinds = discovery.provider?.signIn ?? []
  const browserOnly = offer !== null && kinds.length > 0 && kinds.every((kind) => kind === 'oauth')
  return { browserOnly, browserFirst: offer !== null && (browserOnly || offer.client !== 'wanted') }
}
