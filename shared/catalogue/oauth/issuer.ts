import type { HttpsUrl } from '#shared/catalogue/provider.ts'
import type { IsoDate, Source } from '#shared/catalogue/source.ts'
import type { Protocol } from '#shared/domain/protocol.ts'

/** How one signs in without a password: in the browser of this computer, or with a code typed on another device. */
export const OAUTH_WAYS = ['browser', 'device'] as const
export type OAuthWay = (typeof OAUTH_WAYS)[number]

/** An issuer of tokens that mail servers accept: public facts, no client ID. */
export interface OAuthIssuer {
  /** As in the names of environment variables, with `-` for `_`. */
  readonly id: string
  readonly name: string
  /** The identifier by RFC 8414; what `iss` is compared with (RFC 9207). */
  readonly issuer: HttpsUrl
  /** `{tid}` stands for the tenant an ID token names, where every tenant is an issuer of its own. */
  readonly tokenIssuer?: HttpsUrl
  readonly endpoints: {
    readonly authorization: HttpsUrl
    readonly token: HttpsUrl
    readonly device?: HttpsUrl
    readonly revocation?: HttpsUrl
  }
  /** Best first; `device` only where the server gives mail scopes that way. */
  readonly ways: readonly OAuthWay[]
  /** Asked for whatever the protocol: who signs in, and that it lasts. */
  readonly scopes: readonly string[]
  readonly mailScopes: Readonly<Record<Protocol, readonly string[]>>
  /**
   * The redirect URI, without the port, as an administrator has to register it. `http://127.0.0.1/` unless said
   * otherwise.
   */
  readonly redirect?: 'http://localhost/'
  /** What this server requires beyond the standard. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Whether programs get, beside an identifier, what the issuer calls a secret and does not treat as one. */
  readonly clientSecret?: 'usual'
  /** The words of this server's refusals that are in a table of their own. */
  readonly dialect?: 'microsoft'
  /** Whose menus the steps of a registration name, and which form a client ID has there. */
  readonly console?: 'entra' | 'google'
  /** The providers, by id, whose mailboxes these tokens open. */
  readonly providers: readonly string[]
  /** Where a domain administrator registers a client, or `null` where the issuer takes no new ones. */
  readonly registrationPage: HttpsUrl | null
  readonly sources: readonly Source[]
  readonly checkedOn: IsoDate
}
