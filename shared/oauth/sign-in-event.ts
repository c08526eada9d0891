import type { OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import type { SetupGone } from '#shared/domain/setup-gone.ts'
import type { OAuthRegistration } from '#shared/oauth/client-registration.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'

/** What the page may know about signing in without a password at the confirmed servers. */
export interface OAuthOffer {
  /** Who shows the sign-in page, as people know them. */
  readonly server: string
  readonly issuer: string
  readonly ways: readonly OAuthWay[]
  /** `wanted`: the user has to type a client ID; `asked`: the server may give one by itself. */
  readonly client: 'known' | 'asked' | 'wanted'
  /** Whether programs get something called a secret together with their identifier. */
  readonly clientSecret: 'usual' | 'none'
  /** How an administrator registers a client there, `null` where Mailwright does not know. */
  readonly registration: OAuthRegistration | null
}

/** What a sign-in tells while it runs. No event holds a token. */
export type SignInEvent =
  /** The server is asked how it works. */
  | { readonly type: 'preparing' }
  /** What to tell an administrator, should the page require one: it says so to the user alone (OAUTH_CONSENT). */
  | { readonly type: 'approval'; readonly finding: OAuthFinding }
  /** The page to sign in on; `opened`: `no` where the user has to open it by hand. */
  | { readonly type: 'opened'; readonly url: string; readonly opened: 'yes' | 'no'; readonly seconds: number }
  | {
      readonly type: 'code'
      readonly code: string
      readonly url: string
      /** How long the code is good. */
      readonly seconds: number
    }
  /** An answer that belongs to no sign-in of ours; the wait goes on (OAUTH_STATE). */
  | { readonly type: 'stray' }
  /** `lasting`: the server will give new tokens without a person, so that it can be kept. */
  | { readonly type: 'done'; readonly account: string | null; readonly lasting: 'yes' | 'no' }
  | { readonly type: 'failed'; readonly finding: OAuthFinding }
  /** Also where other servers were confirmed meanwhile: what was signed in for is gone. */
  | SetupGone
