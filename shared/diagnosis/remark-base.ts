import type { Finding } from '#shared/finding/finding.ts'
import { passwordTraceOf, sentIn, type Evidence } from '#shared/domain/evidence.ts'

/** What every remark on a service that works has in common. */
export function about(evidence: Evidence, stage: Finding['stage']) {
  const { endpoint } = evidence
  return { severity: 'warning', stage, endpoint, serverSaid: null, ...passwordTraceOf(evidence) } as const
}

export function factsOf(evidence: Evidence) {
  const { host, port, protocol, security } = evidence.endpoint
  return { host, port, protocol, security, sent: sentIn(evidence) }
}
