import type { Code } from '#shared/finding/codes.ts'
import type { FindingFacts, Turn } from '#shared/finding/finding.ts'

export const SUBJECTS = ['spf', 'dkim', 'dmarc', 'mx', 'mta-sts', 'tlsa'] as const
export type Subject = (typeof SUBJECTS)[number]

/**
 * What a conclusion rests on: a message that really arrived, what the domain publishes, or the addresses of the server
 * the mail is handed to, which often is not the one it leaves from.
 */
export type Proof = 'message' | 'published' | 'indication'

/** A DNS record to publish, to change or to take away, ready to be copied. */
export interface DnsRecord {
  readonly change: 'add' | 'replace' | 'remove'
  readonly name: string
  readonly type: 'TXT' | 'MX' | 'CNAME'
  readonly value: string
}

const ARRIVAL_STEPS = [
  'publish-record',
  'switch-on-signing',
  'ask-provider',
  'ask-recipient-of-reports',
  'mend-policy-file',
  'send-test',
  'tighten-later',
  'look-again',
  'provider-does',
  'nothing',
] as const
export type ArrivalStep = (typeof ARRIVAL_STEPS)[number]

/** What one subject came to: one code, whose turn it is, and the records that mend it. */
export interface ArrivalFinding {
  readonly subject: Subject
  readonly code: Code
  readonly severity: 'ok' | 'info' | 'warning' | 'error'
  readonly proof: Proof
  readonly turn: Turn
  readonly facts: FindingFacts
  /** Best first; never empty. */
  readonly steps: readonly [ArrivalStep, ...ArrivalStep[]]
  readonly records: readonly DnsRecord[]
}

export interface ArrivalReport {
  readonly domain: string
  /** `open`: nothing is wrong, and something could not be asked or is not proved. */
  readonly verdict: 'ok' | 'open' | 'problem'
  readonly findings: readonly ArrivalFinding[]
}
