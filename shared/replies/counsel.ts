import type { Action } from '#shared/finding/action.ts'
import type { Turn } from '#shared/finding/finding.ts'
import type { EnhancedStatus } from '#shared/replies/enhanced-status.ts'
import type { ReplyCode } from '#shared/replies/reply-code.ts'

/** What a person can do about a text that was pasted: nothing is under test, and the other side may be another person. */
export type Advice =
  | Action
  | { readonly kind: 'change-message' }
  | { readonly kind: 'tell-recipient' }
  /** Test the account here, to see what the text leaves open. */
  | { readonly kind: 'test-live' }

/** Whose turn it is, and the next steps, best first. */
export interface Counsel<A extends Advice = Action> {
  readonly turn: Turn
  readonly actions: readonly [A, ...A[]]
}

/**
 * What to say in the live test and about a pasted text. The live test writes to the user's own mailbox; in a pasted
 * text the recipient is another person, whose full mailbox the user cannot empty.
 */
interface BothCounsels {
  readonly live: Counsel
  readonly pasted: Counsel<Advice>
}

const MINUTE = 60
const QUARTER_HOUR = 900
const HOUR = 3_600

export const COUNSEL: Readonly<Record<ReplyCode, BothCounsels>> = {
  // Signing in
  AUTH_APP_PASSWORD: both('you', { kind: 'app-password', url: null }, { kind: 'edit-password' }),
  AUTH_BASIC_DISABLED: both('you', { kind: 'oauth-sign-in' }, { kind: 'ask-admin' }),
  AUTH_CONDITIONAL_ACCESS: both('admin', { kind: 'ask-admin' }, { kind: 'other-network' }),
  AUTH_ENCRYPTION_REQUIRED: both('you', { kind: 'edit-servers' }, { kind: 'retry' }),
  AUTH_EXPIRED: both('you', { kind: 'edit-password' }, { kind: 'ask-admin' }),
  AUTH_LOCKED: both('nobody', { kind: 'wait', seconds: QUARTER_HOUR }, { kind: 'ask-admin' }),
  // Mailwright has tried what it can; a mail program has a box for it.
  AUTH_MECHANISM: {
    live: counsel('provider', { kind: 'ask-admin' }, { kind: 'retry' }),
    pasted: counsel('you', { kind: 'edit-servers' }, { kind: 'test-live' }, { kind: 'ask-admin' }),
  },
  AUTH_NONE_USABLE: {
    live: counsel('provider', { kind: 'edit-servers' }, { kind: 'ask-admin' }),
    pasted: counsel('you', { kind: 'edit-servers' }, { kind: 'ask-admin' }),
  },
  AUTH_NOT_PERMITTED: both('admin', { kind: 'ask-admin' }, { kind: 'edit-servers' }),
  AUTH_PROTOCOL_DISABLED: both('you', { kind: 'retry' }, { kind: 'ask-admin' }),
  AUTH_REFERRAL: both('admin', { kind: 'edit-servers' }, { kind: 'ask-admin' }),
  AUTH_REJECTED: both('you', { kind: 'edit-password' }, { kind: 'edit-servers' }),
  AUTH_REQUIRED: both('you', { kind: 'edit-password' }, { kind: 'edit-servers' }, { kind: 'retry' }),
  AUTH_SECURITY_DEFAULTS: both('you', { kind: 'oauth-sign-in' }, { kind: 'ask-admin' }),
  AUTH_SMTP_DISABLED_MAILBOX: both('admin', { kind: 'ask-admin' }, { kind: 'retry' }),
  AUTH_SMTP_DISABLED_TENANT: both('admin', { kind: 'ask-admin' }, { kind: 'retry' }),
  AUTH_SUSPENDED: both('admin', { kind: 'ask-admin' }, { kind: 'retry' }),
  AUTH_TOKEN_OTHER_ACCOUNT: both(
    'you',
    { kind: 'oauth-sign-in' },
    { kind: 'edit-servers' },
    { kind: 'ask-admin' },
  ),
  AUTH_TOKEN_REJECTED: both('you', { kind: 'oauth-sign-in' }, { kind: 'retry' }),
  AUTH_WEB_LOGIN: both('you', { kind: 'retry' }, { kind: 'edit-password' }),

  // The mailbox and the server itself
  MAILBOX_BROKEN: both('provider', { kind: 'retry' }, { kind: 'ask-admin' }),
  SERVER_BUSY: both('nobody', { kind: 'wait', seconds: MINUTE }, { kind: 'retry' }),
  SERVER_REJECTED: both('network', { kind: 'other-network' }, { kind: 'ask-admin' }, { kind: 'retry' }),

  TLS_CLIENT_CERT: both('admin', { kind: 'ask-admin' }, { kind: 'edit-servers' }),
  TLS_OLD: {
    live: counsel('provider', { kind: 'ask-admin' }, { kind: 'retry' }),
    pasted: counsel('computer', { kind: 'test-live' }, { kind: 'ask-admin' }),
  },

  // Sending
  SEND_ACCOUNT_BLOCKED: both('admin', { kind: 'ask-admin' }, { kind: 'edit-password' }),
  SEND_AS_DENIED: {
    live: counsel('you', { kind: 'edit-address' }, { kind: 'edit-servers' }, { kind: 'ask-admin' }),
    pasted: counsel('you', { kind: 'edit-address' }, { kind: 'ask-admin' }),
  },
  SEND_ATTACHMENT: {
    live: counsel('provider', { kind: 'ask-admin' }, { kind: 'retry' }),
    pasted: counsel('you', { kind: 'change-message' }, { kind: 'tell-recipient' }),
  },
  SEND_BLOCKED: {
    live: counsel('provider', { kind: 'other-network' }, { kind: 'ask-admin' }),
    pasted: counsel('provider', { kind: 'ask-admin' }, { kind: 'other-network' }),
  },
  SEND_CONTENT: {
    live: counsel('provider', { kind: 'ask-admin' }, { kind: 'other-network' }),
    pasted: counsel('you', { kind: 'change-message' }, { kind: 'tell-recipient' }),
  },
  SEND_DELAYED: {
    live: counsel('nobody', { kind: 'wait', seconds: QUARTER_HOUR }, { kind: 'retry' }),
    pasted: counsel('nobody', { kind: 'wait', seconds: HOUR }, { kind: 'tell-recipient' }),
  },
  SEND_DIRECT_REFUSED: both('admin', { kind: 'ask-admin' }, { kind: 'edit-servers' }),
  SEND_DOMAIN_UNKNOWN: {
    live: counsel('you', { kind: 'edit-address' }, { kind: 'ask-admin' }),
    pasted: counsel('you', { kind: 'edit-address' }, { kind: 'tell-recipient' }),
  },
  SEND_FORMAT: {
    live: counsel('provider', { kind: 'ask-admin' }, { kind: 'retry' }),
    pasted: counsel('you', { kind: 'change-message' }, { kind: 'ask-admin' }),
  },
  SEND_LISTED: both('provider', { kind: 'ask-admin' }, { kind: 'other-network' }),
  SEND_LOOP: {
    live: counsel('admin', { kind: 'ask-admin' }),
    pasted: counsel('admin', { kind: 'ask-admin' }, { kind: 'tell-recipient' }),
  },
  SEND_MAILBOX_FULL: {
    live: counsel('you', { kind: 'free-space' }, { kind: 'retry' }),
    pasted: counsel('you', { kind: 'tell-recipient' }, { kind: 'wait', seconds: 24 * HOUR }),
  },
  SEND_NO_REVERSE_NAME: both('provider', { kind: 'ask-admin' }, { kind: 'edit-servers' }),
  SEND_RATE: both('nobody', { kind: 'wait', seconds: HOUR }, { kind: 'ask-admin' }),
  SEND_RECIPIENT_DISABLED: {
    live: counsel('admin', { kind: 'ask-admin' }, { kind: 'edit-address' }),
    pasted: counsel('you', { kind: 'tell-recipient' }, { kind: 'edit-address' }),
  },
  SEND_RECIPIENT_RESTRICTED: {
    live: counsel('admin', { kind: 'ask-admin' }, { kind: 'edit-address' }),
    pasted: counsel('you', { kind: 'tell-recipient' }, { kind: 'ask-admin' }),
  },
  SEND_RECIPIENT_UNKNOWN: {
    live: counsel('you', { kind: 'edit-address' }, { kind: 'ask-admin' }),
    pasted: counsel('you', { kind: 'edit-address' }, { kind: 'tell-recipient' }),
  },
  SEND_RELAY_DENIED: both('you', { kind: 'edit-servers' }, { kind: 'ask-admin' }),
  SEND_SENDER_UNKNOWN: both('you', { kind: 'edit-address' }, { kind: 'ask-admin' }),
  SEND_TOO_BIG: {
    live: counsel('provider', { kind: 'ask-admin' }, { kind: 'retry' }),
    pasted: counsel('you', { kind: 'change-message' }, { kind: 'ask-admin' }),
  },
  SEND_TOO_MANY_RECIPIENTS: {
    live: counsel('provider', { kind: 'retry' }, { kind: 'ask-admin' }),
    pasted: counsel('you', { kind: 'change-message' }, { kind: 'ask-admin' }),
  },
  SEND_UNAUTHENTICATED: both('admin', { kind: 'ask-admin' }, { kind: 'edit-servers' }),
  SEND_UNREACHABLE: {
    live: counsel('nobody', { kind: 'wait', seconds: QUARTER_HOUR }, { kind: 'retry' }),
    pasted: counsel('nobody', { kind: 'wait', seconds: HOUR }, { kind: 'tell-recipient' }),
  },

  // What no line knows
  REPLY_BY_STATUS: {
    live: counsel('provider', { kind: 'retry' }, { kind: 'ask-admin' }),
    pasted: counsel('provider', { kind: 'ask-admin' }, { kind: 'retry' }),
  },
  REPLY_UNKNOWN: {
    live: counsel('provider', { kind: 'retry' }, { kind: 'ask-admin' }),
    pasted: counsel('provider', { kind: 'ask-admin' }, { kind: 'retry' }),
  },
}

/** The user's own mailbox is full: what a server says about it is never about another person's. */
export const OWN_MAILBOX_FULL: Counsel = COUNSEL.SEND_MAILBOX_FULL.live

const PASTED_BY_SUBJECT: Readonly<Partial<Record<EnhancedStatus['subject'], Counsel<Advice>>>> = {
  '1': counsel('you', { kind: 'edit-address' }, { kind: 'tell-recipient' }),
  '2': counsel('you', { kind: 'tell-recipient' }, { kind: 'ask-admin' }),
  '5': counsel('admin', { kind: 'ask-admin' }, { kind: 'edit-servers' }),
  '6': counsel('you', { kind: 'change-message' }, { kind: 'ask-admin' }),
}
const LATER: Counsel<Advice> = counsel('nobody', { kind: 'wait', seconds: HOUR }, { kind: 'ask-admin' })

/** What the number alone allows to say about the next step. */
export function pastedCounselByStatus({ class: kind, subject }: EnhancedStatus): Counsel<Advice> {
  return kind === '4' ? LATER : (PASTED_BY_SUBJECT[subject] ?? COUNSEL.REPLY_BY_STATUS.pasted)
}

function counsel<A extends Advice>(turn: Turn, ...actions: readonly [A, ...A[]]): Counsel<A> {
  return { turn, actions }
}

function both(turn: Turn, ...actions: readonly [Action, ...Action[]]): BothCounsels {
  return { live: { turn, actions }, pasted: { turn, actions } }
}
