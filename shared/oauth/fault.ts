import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'

/** What Microsoft's numbered refusals (AADSTS…) come down to, by who can do something about them. */
export type MicrosoftRefusal = 'consent' | 'rule' | 'again' | 'client' | 'account' | 'declined' | 'busy'

/** Why a sign-in with the browser or with a device code ended without a token: what was seen, without words. */
export type OAuthFault =
  /** Mailwright has no client ID for this server. */
  | { readonly kind: 'no-client' }
  /** The server gives no codes for other devices, or none for mail. */
  | { readonly kind: 'no-device' }
  /** Called off in Mailwright. */
  | { readonly kind: 'stopped' }
  /** Called off, or refused, on the page of the server. */
  | { readonly kind: 'declined' }
  /** The page requires an administrator to agree. It tells only the user: some servers send no answer then. */
  | { readonly kind: 'approval' }
  | { readonly kind: 'timeout' }
  /** Nothing on this computer may listen for the answer. */
  | { readonly kind: 'port' }
  /** The answer belongs to another sign-in, or comes from another server than the one that was asked (RFC 9207). */
  | { readonly kind: 'mix-up' }
  | { readonly kind: 'network'; readonly fault: LookUpFault }
  /** `error` and `description` as the server sent them. */
  | { readonly kind: 'refused'; readonly error: string; readonly description: string }
  | { readonly kind: 'malformed'; readonly why: 'too-big' | 'not-json' | 'redirect' | 'not-as-agreed' }
  | { readonly kind: 'clock' }
  | { readonly kind: 'scope'; readonly missing: readonly string[] }
  | { readonly kind: 'account'; readonly other: string }
