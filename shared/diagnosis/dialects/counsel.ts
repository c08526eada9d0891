import type { Action } from '#shared/diagnosis/action.ts'
import type { Code } from '#shared/diagnosis/codes.ts'
import type { Turn } from '#shared/diagnosis/finding.ts'

/** Causes that only the words or numbers of a reply tell apart. */
export const SPOKEN_CODES = [
  'SEND_DELAYED',
  'SEND_UNAUTHENTICATED',
  'SEND_LISTED',
  'SEND_CONTENT',
  'SEND_ATTACHMENT',
  'SEND_RECIPIENT_RESTRICTED',
  'SEND_RECIPIENT_DISABLED',
  'SEND_DOMAIN_UNKNOWN',
  'SEND_UNREACHABLE',
  'SEND_LOOP',
  'SEND_SENDER_UNKNOWN',
  'SEND_NO_REVERSE_NAME',
  'SEND_ACCOUNT_BLOCKED',
  'SEND_FORMAT',
  'SEND_TOO_MANY_RECIPIENTS',
  'AUTH_PROTOCOL_DISABLED',
  'AUTH_WEB_LOGIN',
  'AUTH_NOT_PERMITTED',
] as const satisfies readonly Code[]

export type SpokenCode = (typeof SPOKEN_CODES)[number]

/** All that a line of a dialect can mean: the causes above, and those that evidence shows too. */
export type DialectCode =
  | SpokenCode
  | 'SEND_RATE'
  | 'SEND_MAILBOX_FULL'
  | 'SEND_AS_DENIED'
  | 'SEND_RELAY_DENIED'
  | 'SEND_RECIPIENT_UNKNOWN'
  | 'SEND_BLOCKED'
  | 'SEND_TOO_BIG'
  | 'AUTH_REQUIRED'
  | 'AUTH_ENCRYPTION_REQUIRED'
  | 'AUTH_NONE_USABLE'
  | 'AUTH_APP_PASSWORD'

export interface Counsel {
  readonly turn: Turn
  readonly actions: readonly [Action, ...Action[]]
}

const QUARTER_HOUR = 900

/** Whose turn it is when the test message of a live check meets one of them. */
export const COUNSEL: Readonly<Record<SpokenCode, Counsel>> = {
  SEND_DELAYED: { turn: 'nobody', actions: [{ kind: 'wait', seconds: QUARTER_HOUR }, { kind: 'retry' }] },
  SEND_UNAUTHENTICATED: { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'edit-servers' }] },
  SEND_LISTED: { turn: 'provider', actions: [{ kind: 'ask-admin' }, { kind: 'other-network' }] },
  SEND_CONTENT: { turn: 'provider', actions: [{ kind: 'ask-admin' }, { kind: 'other-network' }] },
  SEND_ATTACHMENT: { turn: 'provider', actions: [{ kind: 'ask-admin' }, { kind: 'retry' }] },
  SEND_RECIPIENT_RESTRICTED: { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'edit-address' }] },
  SEND_RECIPIENT_DISABLED: { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'edit-address' }] },
  SEND_DOMAIN_UNKNOWN: { turn: 'you', actions: [{ kind: 'edit-address' }, { kind: 'ask-admin' }] },
  SEND_UNREACHABLE: { turn: 'nobody', actions: [{ kind: 'wait', seconds: QUARTER_HOUR }, { kind: 'retry' }] },
  SEND_LOOP: { turn: 'admin', actions: [{ kind: 'ask-admin' }] },
  SEND_SENDER_UNKNOWN: { turn: 'you', actions: [{ kind: 'edit-address' }, { kind: 'ask-admin' }] },
  SEND_NO_REVERSE_NAME: { turn: 'provider', actions: [{ kind: 'ask-admin' }, { kind: 'edit-servers' }] },
  SEND_ACCOUNT_BLOCKED: { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'edit-password' }] },
  SEND_FORMAT: { turn: 'provider', actions: [{ kind: 'ask-admin' }, { kind: 'retry' }] },
  SEND_TOO_MANY_RECIPIENTS: { turn: 'provider', actions: [{ kind: 'retry' }, { kind: 'ask-admin' }] },
  AUTH_PROTOCOL_DISABLED: { turn: 'you', actions: [{ kind: 'retry' }, { kind: 'ask-admin' }] },
  AUTH_WEB_LOGIN: { turn: 'you', actions: [{ kind: 'retry' }, { kind: 'edit-password' }] },
  AUTH_NOT_PERMITTED: { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'edit-servers' }] },
}
