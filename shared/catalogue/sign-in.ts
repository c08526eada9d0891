import { isOpenOn } from '#shared/catalogue/endings.ts'
import type { Provider, SignIn } from '#shared/catalogue/provider.ts'
import type { AuthMethod, Protocol } from '#shared/domain/protocol.ts'

/**
 * The ways to sign in that a provider may accept on a day (`2026-11-20`), best first: one whose end can be put off
 * counts until the end is final, because the server alone knows whether it was.
 * @param protocol limits the answer to one service; ways that differ by service count for the whole otherwise.
 */
export function signInKindsOn(
  date: string,
  provider: Provider,
  protocol?: Protocol,
): readonly SignIn['kind'][] {
  const good = provider.signIn.filter(
    (way) =>
      isOpenOn(date, way) &&
      (protocol === undefined || way.protocols === undefined || way.protocols.includes(protocol)),
  )
  return [...new Set(good.map((way) => way.kind))]
}

/** True when no password is of use here on a day, for anyone: the provider has ended them, or never took one. */
export function passwordLoginEnded(date: string, provider: Provider, protocol: Protocol): boolean {
  const kinds = signInKindsOn(date, provider, protocol)
  return !kinds.includes('password') && !kinds.includes('app-password') && kinds.length > 0
}

export function authMethodsFor(kinds: readonly SignIn['kind'][]): readonly AuthMethod[] {
  const oauth: readonly AuthMethod[] = kinds.includes('oauth') ? ['xoauth2', 'oauthbearer'] : []
  const password: readonly AuthMethod[] =
    kinds.includes('password') || kinds.includes('app-password') || kinds.length === 0
      ? ['plain', 'login']
      : []
  return [...oauth, ...password]
}
