import { imapReply } from '#shared/domain/server-reply.ts'
import { reportOfResult } from '#renderer/wizard/machine/report-of-result.ts'
import { FIRST_STEP, type ReportStep } from '#renderer/wizard/machine/state.ts'
import { beginReading } from '#renderer/wizard/machine/transitions/report.ts'
import { failedLane } from '#renderer/gallery/sample-failures.ts'
import { otherEndpoint, workingLane } from '#renderer/gallery/sample-lanes.ts'
import { result, scene, type Scene } from '#renderer/gallery/sample-states.ts'

const MAKER = { version: '0.9.0', host: 'desktop', system: 'Linux x86_64' } as const
const MADE = new Date('2026-11-27T15:05:09.000Z')

const REFUSED = {
  kind: 'rejected',
  reply: imapReply('NO', 'AUTHENTICATIONFAILED', 'Authentication failed for anna.'),
} as const

const FAILING = result([
  failedLane('imap', 'login', REFUSED),
  failedLane(
    'smtp',
    'connect',
    { kind: 'timeout', limitMs: 3_000 },
    { alternatives: [otherEndpoint('smtp', 465)] },
  ),
])
const WORKING = result([workingLane('imap'), workingLane('smtp')])
const report = reportOfResult(FAILING, MAKER, MADE)

const EMPTY = beginReading(FIRST_STEP)
const SHOWN: ReportStep = { ...EMPTY, shown: report }

/** A saved report, alone, beside the present result, and one that cannot be opened. */
export const REPORTS: readonly Scene[] = [
  scene('report-empty', EMPTY),
  scene('report-damaged', { ...EMPTY, problem: 'damaged' }),
  scene('report-shown', SHOWN),
  scene('report-compared', { ...beginReading(WORKING), shown: report }),
]
