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
  /** With a code that the user types on a device with a browser. */
  | { readonly kind: 'device-sign-in' }
  /** The client ID that the user was given. */
  | { readonly kind: 'client-id' }
  | { readonly kind: 'open-help'; readonly url: string }
  | { readonly kind: 'ask-admin' }
  | { readonly kind: 'other-network' }
  /** The proxy of this network, typed as the user was told it. */
  | { readonly kind: 'set-proxy' }
  /** On the page of a captive portal, in a hotel or a train. */
  | { readonly kind: 'network-sign-in' }
  /** The program on this computer that stands for the server: a bridge, a gateway, a relay of one's own. */
  | { readonly kind: 'start-program' }
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
