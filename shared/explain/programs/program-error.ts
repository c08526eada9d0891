import type { Code } from '#shared/finding/codes.ts'
import type { Turn } from '#shared/finding/finding.ts'
import type { Advice } from '#shared/replies/counsel.ts'

interface Counsel {
  readonly turn: Turn
  readonly actions: readonly [Advice, ...Advice[]]
  readonly lasts: 'passes' | 'stays'
}

const LIVE: Advice = { kind: 'test-live' }
const SERVERS: Advice = { kind: 'edit-servers' }
const NETWORK: Advice = { kind: 'other-network' }
const ASK: Advice = { kind: 'ask-admin' }
const PASSWORD: Advice = { kind: 'edit-password' }
const ADDRESS: Advice = { kind: 'edit-address' }
const REACH: Counsel = { turn: 'you', actions: [LIVE, NETWORK, SERVERS], lasts: 'stays' }
const FIT: Counsel = { turn: 'you', actions: [SERVERS, LIVE], lasts: 'stays' }
const PROOF: Counsel = { turn: 'provider', actions: [LIVE, ASK], lasts: 'stays' }
const RECIPIENT: Counsel = { turn: 'you', actions: [ADDRESS, { kind: 'tell-recipient' }], lasts: 'stays' }

/** A program says little; what it leaves open a live test finds out, so that is mostly the next step. */
export const PROGRAM_COUNSEL = {
  NET_DNS_NONE: FIT,
  NET_DNS_FAIL: { turn: 'network', actions: [NETWORK, LIVE], lasts: 'passes' },
  NET_OFFLINE: { turn: 'computer', actions: [LIVE, NETWORK], lasts: 'passes' },
  NET_REFUSED: REACH,
  NET_TIMEOUT: { ...REACH, lasts: 'passes' },
  NET_UNREACHABLE: REACH,
  NET_RESET: { ...REACH, lasts: 'passes' },
  TLS_NAME: FIT,
  TLS_UNTRUSTED: PROOF,
  TLS_EXPIRED: { ...PROOF, actions: [LIVE, { kind: 'check-clock' }, ASK] },
  TLS_OLD: PROOF,
  TLS_HANDSHAKE: PROOF,
  TLS_NOT_TLS: FIT,
  STARTTLS_MISSING: { turn: 'you', actions: [LIVE, SERVERS, NETWORK], lasts: 'stays' },
  PROTO_WRONG_SERVICE: FIT,
  PROTO_GARBAGE: PROOF,
  AUTH_REJECTED: { turn: 'you', actions: [PASSWORD, LIVE], lasts: 'stays' },
  AUTH_MECHANISM: FIT,
  AUTH_ENCRYPTION_REQUIRED: FIT,
  AUTH_REQUIRED: { turn: 'you', actions: [SERVERS, LIVE], lasts: 'stays' },
  SERVER_BUSY: { turn: 'nobody', actions: [{ kind: 'wait', seconds: 900 }, LIVE], lasts: 'passes' },
  SEND_SENDER_UNKNOWN: { turn: 'you', actions: [ADDRESS, LIVE], lasts: 'stays' },
  SEND_RELAY_DENIED: { turn: 'you', actions: [SERVERS, LIVE], lasts: 'stays' },
  SEND_RECIPIENT_UNKNOWN: RECIPIENT,
  SEND_MAILBOX_FULL: { ...RECIPIENT, actions: [{ kind: 'tell-recipient' }, ASK] },
} as const satisfies Readonly<Partial<Record<Code, Counsel>>>

/** What a mail program can say about a failure without quoting any server. */
export type ProgramCode = keyof typeof PROGRAM_COUNSEL

/** One line of a table: what it looks like, in whatever language, and what it means. */
export type ProgramError = readonly [pattern: RegExp, means: ProgramCode]
