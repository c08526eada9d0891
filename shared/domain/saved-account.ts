import type { SecretStoreId } from '#shared/domain/secret-store-id.ts'
import type { AuthMethod } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'

/** A service that was proved to work, and how. */
export interface ProvedService {
  readonly endpoint: ServerEndpoint
  readonly userName: string
  readonly signIn: ServiceSignIn
  /** `none` exactly where nobody signs in. */
  readonly auth: AuthMethod
  /** The certificate the user accepted although nobody vouches for it, or `null`. */
  readonly pin: string | null
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
  /** The store that holds the password or the token, or `null` when the user finished without saving it, or needs none. */
  readonly secretStore: SecretStoreId | null
  /** `null` where a password is used. */
  readonly oauth: SavedOAuth | null
  /** ISO 8601, UTC. */
  readonly provedAt: string
}

export interface AccountList {
  readonly accounts: readonly SavedAccount[]
  /** The file was damaged, has been set aside, and the list begins anew. */
  readonly recovered: boolean
}
