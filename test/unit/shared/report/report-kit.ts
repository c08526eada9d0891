import type { ArrivalReport } from '#shared/arrival/report.ts'
import { imapReply, smtpReply } from '#shared/domain/server-reply.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { buildReport, type Report, type ReportContent } from '#shared/report/report.ts'
import { failedLane } from '#renderer/gallery/sample-failures.ts'
import { otherEndpoint, workingLane } from '#renderer/gallery/sample-lanes.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'

export function resultOf({ result }: Lane): EndpointResult {
  if (result === null) throw new Error('the lane has no result')
  return result
}

const REFUSED = {
  kind: 'rejected',
  reply: imapReply('NO', 'AUTHENTICATIONFAILED', 'Authentication failed for anna.'),
} as const

export const REJECTED = resultOf(failedLane('imap', 'login', REFUSED))
const OTHERS = [otherEndpoint('smtp', 465)]
const blocked = resultOf(
  failedLane('smtp', 'connect', { kind: 'timeout', limitMs: 3_000 }, { alternatives: OTHERS }),
)
export const BLOCKED: EndpointResult = { ...blocked, alternatives: OTHERS }
export const WORKING = resultOf(workingLane('imap'))
export const SENDING = resultOf(workingLane('smtp'))
export const SEND_REFUSED = resultOf(
  failedLane('smtp', 'login', { kind: 'rejected', reply: smtpReply(535, '5.7.8', 'Bad credentials') }),
)

export const ARRIVAL: ArrivalReport = {
  domain: 'example.org',
  verdict: 'problem',
  findings: [
    {
      subject: 'spf',
      code: 'ARRIVE_SPF_MISSING',
      severity: 'error',
      proof: 'published',
      turn: 'you',
      facts: { domain: 'example.org' },
      steps: ['publish-record'],
      records: [{ change: 'add', name: 'example.org', type: 'TXT', value: 'v=spf1 mx -all' }],
    },
  ],
}

export function reportWith(endpoints: readonly EndpointResult[], more: Partial<ReportContent> = {}): Report {
  const works = endpoints.every(({ verdict }) => verdict === 'ok')
  return buildReport({
    address: 'anna@example.org',
    verdict: works ? 'ok' : 'problem',
    endpoints,
    madeBy: { version: '0.9.0', host: 'desktop', system: 'Linux x86_64' },
    made: new Date('2026-11-27T15:05:09.123Z'),
    tested: '2026-11-27T15:04:00.000Z',
    lastProved: '2026-11-20T09:30:00.000Z',
    network: 'hotel',
    ...more,
  })
}
