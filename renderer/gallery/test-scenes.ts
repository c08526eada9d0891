import { gmail } from '#shared/catalogue/providers/gmail.ts'
import type { Fault } from '#shared/domain/fault.ts'
import { imapReply } from '#shared/domain/server-reply.ts'
import { APP_WITHOUT_KEYCHAIN } from '#renderer/gallery/sample-app.ts'
import {
  endingLane,
  interceptedLane,
  nearlyFullLane,
  otherEndpoint,
  runningLane,
  workingLane,
} from '#renderer/gallery/sample-lanes.ts'
import { failedLane } from '#renderer/gallery/sample-failures.ts'
import { confirmed, result, scene, type Scene } from '#renderer/gallery/sample-states.ts'

/** While it is tested. */
export const TESTS: readonly Scene[] = [
  scene('test-begins', {
    ...confirmed('unknown'),
    step: 'test',
    lanes: [runningLane('imap', 'dns'), runningLane('smtp', 'dns'), runningLane('pop3', 'dns')],
  }),
  scene('test-running', {
    ...confirmed('unknown'),
    step: 'test',
    lanes: [workingLane('imap'), runningLane('smtp', 'connect', 'yes'), runningLane('pop3', 'login')],
  }),
]

const ALL_GREEN = [workingLane('imap'), workingLane('smtp'), workingLane('pop3')]

const REFUSED: Fault = {
  kind: 'rejected',
  reply: imapReply('NO', 'AUTHENTICATIONFAILED', 'Authentication failed.'),
}
const ELSEWHERE: Fault = { kind: 'refused-elsewhere', host: 'imap.example.org' }
const OFFLINE: Fault = { kind: 'offline' }
const EXPIRED: Fault = { kind: 'certificate', problems: ['expired'] }
const GMAIL = { provider: gmail }

/** One cause that several services have met. */
const ONE_CAUSE: readonly Scene[] = [
  scene(
    'one-cause-password',
    result([
      failedLane('imap', 'login', REFUSED),
      failedLane('smtp', 'login', ELSEWHERE),
      failedLane('pop3', 'login', ELSEWHERE),
    ]),
  ),
  scene('one-cause-app-password', {
    ...result([failedLane('imap', 'login', REFUSED, GMAIL), failedLane('smtp', 'login', ELSEWHERE, GMAIL)]),
    ...confirmed('gmail'),
  }),
  scene(
    'one-cause-offline',
    result([
      failedLane('imap', 'dns', OFFLINE),
      failedLane('smtp', 'dns', OFFLINE),
      failedLane('pop3', 'dns', OFFLINE),
    ]),
  ),
  scene(
    'one-cause-certificate',
    result([
      failedLane('imap', 'certificate', EXPIRED, { host: 'mail.example.org' }),
      failedLane('smtp', 'certificate', EXPIRED, { host: 'mail.example.org' }),
      workingLane('pop3'),
    ]),
  ),
]

/** How a test came out. */
export const RESULTS: readonly Scene[] = [
  ...ONE_CAUSE,
  scene('result-works', result(ALL_GREEN)),
  scene('result-intercepted', result([interceptedLane('imap'), workingLane('smtp'), workingLane('pop3')])),
  scene('result-ends-soon', result([endingLane()])),
  scene('result-nearly-full', result([nearlyFullLane()])),
  scene('result-works-without-keychain', result(ALL_GREEN), APP_WITHOUT_KEYCHAIN),
  scene('result-saving', result(ALL_GREEN, { state: 'busy' })),
  scene('result-keychain-locked', result(ALL_GREEN, { state: 'failed', problem: 'KEY_LOCKED' })),
  scene('result-disk-full', result(ALL_GREEN, { state: 'failed', problem: 'FILE_FULL' })),
  scene('result-left-to-program', {
    ...result([workingLane('imap', 'no'), workingLane('smtp', 'no')]),
    ...confirmed('outlook'),
  }),
  scene(
    'result-reachable',
    result([workingLane('imap', 'no'), workingLane('smtp', 'no'), workingLane('pop3', 'no')]),
  ),
  scene(
    'result-port-blocked',
    result([
      workingLane('imap'),
      failedLane(
        'smtp',
        'connect',
        { kind: 'timeout', limitMs: 3_000 },
        {
          alternatives: [otherEndpoint('smtp', 465)],
        },
      ),
      workingLane('pop3'),
    ]),
  ),
]
