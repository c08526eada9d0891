import type { Provider, SignIn } from '#shared/catalogue/provider.ts'
import type { AuthMethod, Protocol } from '#shared/domain/protocol.ts'

/**
 * The ways to sign in that a provider accepts on a day (`2026-11-20`), best first.
 * @param protocol limits the answer to one service; ways that differ by service count for the whole otherwise.
 */
export function signInKindsOn(
  date: string,
  provider: Provider,
  protocol?: Protocol,
): readonly SignIn['kind'][] {
  const good = provider.signIn.filter(
    (way) =>
      (way.from === undefined || way.from <= date) &&
      (way.until === undefined || date < way.until) &&
      (protocol === undefined || way.protocols === undefined || way.protocols.includes(protocol)),
  )
  return [...new Set(good.map((way) => way.kind))]
}

/** True when the provider once took the mailbox password here and no longer does: the date decides, not the reply. */
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
