import type { SecretStoreId } from '#shared/domain/secret-store-id.ts'
import type { AuthMethod } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ServiceOrigin } from '#shared/domain/service-origin.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'

/** Which of an account's passwords a service takes: some hosters have one of its own for sending. */
export const PASSWORD_SLOTS = ['account', 'sending'] as const

export type PasswordSlot = (typeof PASSWORD_SLOTS)[number]

/** What a server looked like when it was last proved; small, public facts, to tell what has changed since. */
export interface ServiceFacts {
  readonly addresses: readonly string[]
  /** `TLSv1.3`; `null` on a line that is not encrypted. */
  readonly tls: string | null
  readonly certificate: {
    readonly fingerprint: string
    readonly issuer: string
    /** ISO 8601, UTC. */
    readonly validTo: string
  } | null
  readonly capabilities: readonly string[]
}

/** A service that was proved to work, and how. */
export interface ProvedService {
  readonly endpoint: ServerEndpoint
  readonly userName: string
  /** Whether the user wrote host and port; an exception is possible only there. */
  readonly origin: ServiceOrigin
  readonly signIn: ServiceSignIn
  readonly slot: PasswordSlot
  /** `none` exactly where the service has no sign-in. */
  readonly auth: AuthMethod
  /** The certificate the user accepted although it is not trusted, or `null`. */
  readonly pin: string | null
  /** `null` in an account of a version that did not note it. */
  readonly seen: ServiceFacts | null
}

/** Who gives out the tokens of an account, and under which name programs are known there. Neither is a secret. */
export interface SavedOAuth {
  readonly issuer: string
  readonly clientId: string
}

/** A finished setup. It never holds a secret: `secretStore` only names the place that does. */
export interface SavedAccount {
  readonly address: string
  readonly providerId: string | null
  readonly services: readonly ProvedService[]
  /** The store that holds the passwords or the token, or `null` when the user finished without saving, or needs none. */
  readonly secretStore: SecretStoreId | null
  /** `null` where a password is used. */
  readonly oauth: SavedOAuth | null
  /** The last good test. ISO 8601, UTC. */
  readonly provedAt: string
}

/** The slots an account has a password for. */
export function slotsOf({ services }: Pick<SavedAccount, 'services'>): readonly PasswordSlot[] {
  return PASSWORD_SLOTS.filter((slot) =>
    services.some((service) => service.signIn === 'password' && service.slot === slot),
  )
}
