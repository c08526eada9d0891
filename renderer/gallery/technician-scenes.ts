import { imapReply } from '#shared/domain/server-reply.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { FIRST_STEP } from '#renderer/wizard/machine/state.ts'
import { TECHNICIAN_APP } from '#renderer/gallery/sample-app.ts'
import { failedLane } from '#renderer/gallery/sample-failures.ts'
import { otherEndpoint, runningLane, workingLane } from '#renderer/gallery/sample-lanes.ts'
import { confirmed, result, scene, type Scene } from '#renderer/gallery/sample-states.ts'

const at = (lane: Lane): Lane => ({ ...lane, startedAt: '2026-11-27T15:04:05.678Z' })
const REFUSED = {
  kind: 'rejected',
  reply: imapReply('NO', 'AUTHENTICATIONFAILED', 'Authentication failed.'),
} as const
const SILENCE = { kind: 'timeout', limitMs: 8_000 } as const

/** The same wizard as a technician sees it. */
export const TECHNICIAN: readonly Scene[] = [
  scene('technician-address', FIRST_STEP, TECHNICIAN_APP),
  scene(
    'technician-running',
    {
      ...confirmed('unknown'),
      step: 'test',
      lanes: [workingLane('imap'), runningLane('smtp', 'connect', 'yes'), runningLane('pop3', 'login')].map(
        at,
      ),
    },
    TECHNICIAN_APP,
  ),
  scene(
    'technician-result',
    result(
      [
        workingLane('imap'),
        failedLane('smtp', 'connect', SILENCE, { alternatives: [otherEndpoint('smtp', 465)] }),
        failedLane('pop3', 'login', REFUSED),
      ].map(at),
    ),
    TECHNICIAN_APP,
  ),
]
