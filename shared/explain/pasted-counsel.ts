import type { Action } from '#shared/diagnosis/action.ts'
import type { Code } from '#shared/diagnosis/codes.ts'
import type { DialectCode } from '#shared/diagnosis/dialects/counsel.ts'
import type { Turn } from '#shared/diagnosis/finding.ts'

/** What a person can do about a text that was pasted: nothing is under test, and the other side may be somebody else. */
export type Advice =
  | Action
  | { readonly kind: 'change-message' }
  | { readonly kind: 'tell-recipient' }
  /** Test the account here, to see what the text leaves open. */
  | { readonly kind: 'test-live' }

export interface PastedCounsel {
  readonly turn: Turn
  readonly actions: readonly [Advice, ...Advice[]]
}

const HOUR = 3_600

/**
 * Whose turn it is where a text was pasted. A live check writes to its own mailbox; here the other side is somebody
 * else, whose full mailbox one cannot empty.
 */
export const PASTED_COUNSEL = {
  SEND_DELAYED: { turn: 'nobody', actions: [{ kind: 'wait', seconds: HOUR }, { kind: 'tell-recipient' }] },
  SEND_UNAUTHENTICATED: { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'edit-servers' }] },
  SEND_LISTED: { turn: 'provider', actions: [{ kind: 'ask-admin' }, { kind: 'other-network' }] },
  SEND_CONTENT: { turn: 'you', actions: [{ kind: 'change-message' }, { kind: 'tell-recipient' }] },
  SEND_ATTACHMENT: { turn: 'you', actions: [{ kind: 'change-message' }, { kind: 'tell-recipient' }] },
  SEND_RECIPIENT_RESTRICTED: { turn: 'you', actions: [{ kind: 'tell-recipient' }, { kind: 'ask-admin' }] },
  SEND_RECIPIENT_DISABLED: { turn: 'you', actions: [{ kind: 'tell-recipient' }, { kind: 'edit-address' }] },
  SEND_DOMAIN_UNKNOWN: { turn: 'you', actions: [{ kind: 'edit-address' }, { kind: 'tell-recipient' }] },
  SEND_UNREACHABLE: {
    turn: 'nobody',
    actions: [{ kind: 'wait', seconds: HOUR }, { kind: 'tell-recipient' }],
  },
  SEND_LOOP: { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'tell-recipient' }] },
  SEND_SENDER_UNKNOWN: { turn: 'you', actions: [{ kind: 'edit-address' }, { kind: 'ask-admin' }] },
  SEND_NO_REVERSE_NAME: { turn: 'provider', actions: [{ kind: 'ask-admin' }, { kind: 'edit-servers' }] },
  SEND_ACCOUNT_BLOCKED: { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'edit-password' }] },
  SEND_FORMAT: { turn: 'you', actions: [{ kind: 'change-message' }, { kind: 'ask-admin' }] },
  SEND_TOO_MANY_RECIPIENTS: { turn: 'you', actions: [{ kind: 'change-message' }, { kind: 'ask-admin' }] },
  SEND_RATE: { turn: 'nobody', actions: [{ kind: 'wait', seconds: HOUR }, { kind: 'ask-admin' }] },
  SEND_MAILBOX_FULL: {
    turn: 'you',
    actions: [{ kind: 'tell-recipient' }, { kind: 'wait', seconds: 24 * HOUR }],
  },
  SEND_AS_DENIED: { turn: 'you', actions: [{ kind: 'edit-address' }, { kind: 'ask-admin' }] },
  SEND_RELAY_DENIED: { turn: 'you', actions: [{ kind: 'edit-servers' }, { kind: 'ask-admin' }] },
  SEND_RECIPIENT_UNKNOWN: { turn: 'you', actions: [{ kind: 'edit-address' }, { kind: 'tell-recipient' }] },
  SEND_BLOCKED: { turn: 'provider', actions: [{ kind: 'ask-admin' }, { kind: 'other-network' }] },
  SEND_TOO_BIG: { turn: 'you', actions: [{ kind: 'change-message' }, { kind: 'ask-admin' }] },
  AUTH_REQUIRED: { turn: 'you', actions: [{ kind: 'edit-password' }, { kind: 'edit-servers' }] },
  AUTH_ENCRYPTION_REQUIRED: { turn: 'you', actions: [{ kind: 'edit-servers' }] },
  AUTH_NONE_USABLE: { turn: 'you', actions: [{ kind: 'edit-servers' }, { kind: 'ask-admin' }] },
  AUTH_APP_PASSWORD: {
    turn: 'you',
    actions: [{ kind: 'app-password', url: null }, { kind: 'edit-password' }],
  },
  AUTH_PROTOCOL_DISABLED: { turn: 'you', actions: [{ kind: 'retry' }, { kind: 'ask-admin' }] },
  AUTH_WEB_LOGIN: { turn: 'you', actions: [{ kind: 'retry' }, { kind: 'edit-password' }] },
  AUTH_NOT_PERMITTED: { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'edit-servers' }] },
} as const satisfies Readonly<Record<DialectCode, PastedCounsel>>

const BY_SUBJECT: Readonly<Record<string, PastedCounsel>> = {
  '1': { turn: 'you', actions: [{ kind: 'edit-address' }, { kind: 'tell-recipient' }] },
  '2': { turn: 'you', actions: [{ kind: 'tell-recipient' }, { kind: 'ask-admin' }] },
  '5': { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'edit-servers' }] },
  '6': { turn: 'you', actions: [{ kind: 'change-message' }, { kind: 'ask-admin' }] },
}
const SOMEBODY: PastedCounsel = { turn: 'provider', actions: [{ kind: 'ask-admin' }, { kind: 'retry' }] }
const LATER: PastedCounsel = {
  turn: 'nobody',
  actions: [{ kind: 'wait', seconds: HOUR }, { kind: 'ask-admin' }],
}

/** What the number alone allows to say about the next step. */
export function counselByStatus({
  class: kind,
  subject,
}: {
  readonly class: string
  readonly subject: string
}) {
  return kind === '4' ? LATER : (BY_SUBJECT[subject] ?? SOMEBODY)
}

/** For everything a dialect can mean; other codes bring the counsel of their rule. */
export function pastedCounsel(code: Code): PastedCounsel | null {
  return Object.hasOwn(PASTED_COUNSEL, code) ? PASTED_COUNSEL[code as DialectCode] : null
}
