import type { AuthMethod } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/** Where a setting came from. */
export type CandidateSource = 'catalogue' | 'mx' | 'srv' | 'account-type' | 'proposal' | 'typed'

/**
 * `built-in`: Mailwright's own entry for the domain of the address. `dns`: the domain's DNS points there. `user`:
 * typed. `guess`: a usual name nobody has vouched for; it is looked at without signing in until it is confirmed.
 */
export type Trust = 'built-in' | 'dns' | 'user' | 'guess'

/** Why a setting is proposed, as data; the language files hold the sentence. */
export type Reason =
  | { readonly kind: 'known-domain'; readonly provider: string; readonly domain: string }
  | {
      readonly kind: 'mail-handled-by'
      readonly provider: string
      readonly domain: string
      readonly mx: string
    }
  | { readonly kind: 'published-by-domain'; readonly domain: string; readonly record: string }
  | { readonly kind: 'account-type'; readonly provider: string }
  | { readonly kind: 'usual-name'; readonly domain: string }
  | { readonly kind: 'typed' }

/** One way to reach one service of an account, with its origin. */
export interface Candidate {
  readonly endpoint: ServerEndpoint
  /** Filled in for the address; empty when only the user knows it. */
  readonly userName: string
  readonly auth: readonly AuthMethod[]
  readonly source: CandidateSource
  readonly trust: Trust
  readonly why: Reason
}
