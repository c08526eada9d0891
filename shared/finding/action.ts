import type { SignIn } from '#shared/catalogue/provider.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/** The next step a finding offers. Each becomes one button that does what it says. */
export type Action =
  | { readonly kind: 'use-endpoint'; readonly endpoint: ServerEndpoint }
  /** Another host, because the name of this one gives it away. */
  | { readonly kind: 'use-server'; readonly endpoint: ServerEndpoint }
  | { readonly kind: 'retry' }
  | { readonly kind: 'edit-address' }
  | { readonly kind: 'edit-servers' }
  | { readonly kind: 'edit-password' }
  /** The same password with the other form of the user name, at every service that used the old one. */
  | { readonly kind: 'use-user-name'; readonly userName: string }
  /** At a relay that was to take mail without a sign-in, and does not. */
  | { readonly kind: 'add-sign-in' }
  | { readonly kind: 'app-password'; readonly url: string | null }
  | { readonly kind: 'oauth-sign-in' }
  /** With a code, typed where somebody is signed in already or where there is a browser. */
  | { readonly kind: 'device-sign-in' }
  /** The identifier of a program, which somebody has been given for it. */
  | { readonly kind: 'client-id' }
  | { readonly kind: 'open-help'; readonly url: string }
  | { readonly kind: 'ask-admin' }
  | { readonly kind: 'other-network' }
  /** The computer through which this network goes to the internet, typed as somebody was told. */
  | { readonly kind: 'set-proxy' }
  /** On the page that hotels and trains show before they let anybody out. */
  | { readonly kind: 'network-sign-in' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'check-clock' }
  | { readonly kind: 'free-space' }
  | { readonly kind: 'trust-certificate'; readonly fingerprint: string }
  | { readonly kind: 'finish-without-saving' }

export type ActionKind = Action['kind']

const BY_OAUTH: ReadonlySet<ActionKind> = new Set(['oauth-sign-in', 'device-sign-in', 'client-id'])

/** Whether a host with these ways to sign in can do what an action says; one that cannot is not offered. */
export function isPossible(action: Action, signIn: readonly SignIn['kind'][]): boolean {
  return !BY_OAUTH.has(action.kind) || signIn.includes('oauth')
}
