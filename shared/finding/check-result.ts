import type { Code } from '#shared/finding/codes.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { Trail, Evidence, PasswordSent } from '#shared/domain/evidence.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'

export type Verdict = 'ok' | 'warning' | 'failed' | 'skipped'

/** Whether the service works; a warning is something to know about one that does. */
export function isGood(verdict: Verdict): boolean {
  return verdict === 'ok' || verdict === 'warning'
}

/** How the test of one service ended: exactly one code, and everything that led to it. */
export interface EndpointResult {
  readonly endpoint: ServerEndpoint
  readonly userName: string
  readonly signIn: ServiceSignIn
  readonly verdict: Verdict
  readonly code: Code
  readonly passwordSent: PasswordSent
  readonly evidence: Evidence
  /** Other ports of the same server, probed without signing in because this one failed or was slow. */
  readonly alternatives: readonly Trail[]
  readonly findings: readonly Finding[]
  /** When the test of the service ended, ISO 8601 in UTC; absent where it has not run. */
  readonly testedAt?: string
}

export interface CheckResult {
  readonly address: string
  readonly verdict: 'ok' | 'problem'
  readonly endpoints: readonly EndpointResult[]
}
