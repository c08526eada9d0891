import type { Code } from '#shared/finding/codes.ts'
import type { Advice } from '#shared/replies/counsel.ts'
import { assertNever } from '#shared/outcome.ts'
import type { SetUpWish } from '#renderer/wizard/machine/events.ts'

/** What to do by hand, told in a few sentences. */
export type HowTo =
  | 'address'
  | 'oauth-sign-in'
  | 'other-network'
  | 'free-space'
  | 'check-clock'
  | 'SEND_CONTENT'
  | 'SEND_ATTACHMENT'
  | 'SEND_FORMAT'
  | 'SEND_TOO_MANY_RECIPIENTS'
  | 'SEND_TOO_BIG'
  | 'message'

/** What a button does about a pasted text. Nothing is under test here, so it is not what it does after a test. */
export type ButtonAction =
  | { readonly kind: 'copy'; readonly to: 'provider' | 'recipient' }
  | { readonly kind: 'read'; readonly how: HowTo }
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'set-up'; readonly wants: SetUpWish }

const MESSAGES = [
  'SEND_CONTENT',
  'SEND_ATTACHMENT',
  'SEND_FORMAT',
  'SEND_TOO_MANY_RECIPIENTS',
  'SEND_TOO_BIG',
] as const satisfies readonly Code[]

/** Causes that lie in the address of the sender; every other address is a recipient's. */
const OWN_ADDRESS: ReadonlySet<Code> = new Set<Code>(['SEND_SENDER_UNKNOWN', 'SEND_AS_DENIED'])

export function buttonActionOf(advice: Advice, code: Code): ButtonAction {
  switch (advice.kind) {
    case 'ask-admin':
      return { kind: 'copy', to: 'provider' }
    case 'tell-recipient':
      return { kind: 'copy', to: 'recipient' }
    case 'change-message':
      return { kind: 'read', how: MESSAGES.find((known) => known === code) ?? 'message' }
    case 'edit-address':
      return OWN_ADDRESS.has(code) ? { kind: 'set-up', wants: 'account' } : { kind: 'read', how: 'address' }
    case 'oauth-sign-in':
    case 'other-network':
    case 'free-space':
    case 'check-clock':
      return { kind: 'read', how: advice.kind }
    case 'open-help':
      return { kind: 'open', url: advice.url }
    case 'app-password':
      return advice.url === null ? { kind: 'set-up', wants: 'password' } : { kind: 'open', url: advice.url }
    case 'wait':
      return { kind: 'wait', seconds: advice.seconds }
    case 'edit-password':
    case 'device-sign-in':
    case 'client-id':
      return { kind: 'set-up', wants: 'password' }
    case 'edit-servers':
    case 'use-endpoint':
    case 'use-server':
    case 'use-user-name':
    case 'add-sign-in':
    case 'trust-certificate':
      return { kind: 'set-up', wants: 'servers' }
    case 'test-live':
    case 'retry':
    case 'set-proxy':
    case 'network-sign-in':
    case 'start-program':
    case 'finish-without-saving':
      return { kind: 'set-up', wants: 'account' }
    default:
      return assertNever(advice)
  }
}
