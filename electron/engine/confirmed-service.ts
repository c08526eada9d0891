import type { ServiceOrigin } from '#shared/domain/service-origin.ts'
import { userNameProblem } from '#shared/domain/credential-text.ts'
import { isLoopbackHost } from '#shared/domain/host-name.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'
import { matchesAny } from '#shared/policy/policy.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

declare const confirmed: unique symbol

/**
 * A service whose host, port, encryption and user name the user has seen and agreed to in this session. Only such a
 * service is ever given a credential, and only one with a sign-in; the type cannot be made in any other way than by `confirmService`.
 */
export interface ConfirmedService {
  readonly endpoint: ServerEndpoint
  readonly userName: string
  /** Where the endpoint comes from: an exception is possible only for what the user typed, and on this computer. */
  readonly origin: ServiceOrigin
  /** The fingerprint of the certificate that is accepted although no authority vouches for it, or `null`. */
  readonly pin: string | null
  readonly signIn: ServiceSignIn
  readonly [confirmed]: true
}

export interface ConfirmOptions {
  readonly origin?: ServiceOrigin
  readonly pin?: string | null
  readonly signIn?: ServiceSignIn
  /** Relays that may go without encryption, by the policy of the organisation. */
  readonly plainRelays?: readonly string[]
}

/**
 * @returns `CFG_INSECURE` for a plain connection to anything but this computer itself and a relay of the policy, `CFG_INVALID` for an exception
 * on a host that is neither typed nor this computer, for no sign-in on one the user did not type, for one without a sign-in that receives, and for a user name that no
 * line of a protocol can carry
 */
export function confirmService(
  endpoint: ServerEndpoint,
  userName: string,
  { origin = 'found', pin = null, signIn = 'password', plainRelays = [] }: ConfirmOptions = {},
): Outcome<ConfirmedService, 'CFG_INSECURE' | 'CFG_INVALID'> {
  if (userName !== '' && userNameProblem(userName) !== null) return fail('CFG_INVALID')
  // SECURITY: a relay without a sign-in is shown no password; with one, no policy makes a plain connection good enough.
  const isPlainRelay = signIn === 'none' && matchesAny(plainRelays, endpoint.host)
  if (endpoint.security === 'none' && !isLoopbackHost(endpoint.host) && !isPlainRelay)
    return fail('CFG_INSECURE')
  if (pin !== null && origin !== 'typed' && !isLoopbackHost(endpoint.host)) return fail('CFG_INVALID')
  // SECURITY: a relay is the user's own decision. Nothing found may talk Mailwright out of a sign-in.
  if (signIn === 'none' && (origin !== 'typed' || endpoint.protocol !== 'smtp')) return fail('CFG_INVALID')
  return ok({ endpoint, userName, origin, pin, signIn } as ConfirmedService)
}
