import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import type { OAuthOffer, SignInEvent } from '#shared/oauth/sign-in-event.ts'

/** How far a sign-in without a password has come. */
export type Authorizing =
  | { readonly state: 'preparing' }
  | { readonly state: 'opened'; readonly url: string; readonly opened: 'yes' | 'no' }
  | { readonly state: 'code'; readonly code: string; readonly url: string; readonly seconds: number }
  | { readonly state: 'failed'; readonly finding: OAuthFinding }

/** `passing`: a token for now, and no way to the next one. */
export type TokenKind = 'none' | 'lasting' | 'passing'

/** What is known about signing in without a password, taken along from step to step. */
export interface BrowserSignIn {
  /** How the user may do it there, `null` or missing where the engine has not said so. */
  readonly offer?: OAuthOffer | null
  /** What the last one has given. */
  readonly token?: TokenKind
}

export function browserSignInOf({ offer, token }: BrowserSignIn): BrowserSignIn {
  return { ...(offer === undefined ? {} : { offer }), ...(token === undefined ? {} : { token }) }
}

/** What an event makes of the progress; one that is about something else leaves it as it is. */
export function advanceAuthorizing(before: Authorizing, event: SignInEvent): Authorizing {
  switch (event.type) {
    case 'preparing':
      return { state: 'preparing' }
    case 'opened':
      return { state: 'opened', url: event.url, opened: event.opened }
    case 'code':
      return { state: 'code', code: event.code, url: event.url, seconds: event.seconds }
    case 'failed':
      return { state: 'failed', finding: event.finding }
    default:
      return before
  }
}
