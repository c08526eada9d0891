import { gmxNet } from '#shared/catalogue/providers/gmx-net.ts'
import { failedLane } from '#renderer/gallery/sample-failures.ts'
import { otherEndpoint, workingLane } from '#renderer/gallery/sample-lanes.ts'
import { SEND_REFUSALS } from '#renderer/gallery/sample-refusals.ts'
import { result, scene, type Scene } from '#renderer/gallery/sample-states.ts'
import { imapReply, smtpReply } from '#shared/domain/server-reply.ts'
import type { Fault } from '#shared/domain/fault.ts'

function imap(responseCode: string | null, text: string): Fault {
  return { kind: 'rejected', reply: imapReply('NO', responseCode, text) }
}

const GMX = { host: 'mail.gmx.net', provider: gmxNet } as const
const TIMEOUT = { kind: 'timeout', limitMs: 60_000 } as const

/** What only the surroundings or the words tell apart. */
const SPOKEN: readonly Scene[] = [
  scene(
    'findings-ports',
    result([
      failedLane('imap', 'tls', { kind: 'tls-failed', reason: 'certificate required' }),
      failedLane('smtp', 'greeting', TIMEOUT, { alternatives: [otherEndpoint('smtp', 587)] }),
      failedLane('pop3', 'login', { kind: 'server-unproved' }),
    ]),
  ),
  scene('findings-late', result([workingLane('imap'), failedLane('smtp', 'arrive', TIMEOUT)])),
  scene(
    'findings-spoken',
    result([
      failedLane('imap', 'login', imap('AUTHORIZATIONFAILED', 'Not allowed to use this mailbox')),
      failedLane('smtp', 'send', { kind: 'rejected', reply: smtpReply(550, '5.3.2', 'Not this week') }),
      failedLane('pop3', 'login', imap(null, 'POP3 access is disabled for this account')),
    ]),
  ),
  scene(
    'findings-provider',
    result([
      failedLane('imap', 'login', imap(null, 'Your account is not enabled for IMAP use'), GMX),
      failedLane('smtp', 'login', imap('AUTHENTICATIONFAILED', 'Authentication credentials invalid'), GMX),
    ]),
  ),
  scene(
    'findings-browser',
    result([
      failedLane('imap', 'login', imap('ALERT', 'Please log in via your web browser')),
      failedLane('smtp', 'login', imap(null, 'User is authenticated but not connected.'), {
        credential: 'token',
      }),
      failedLane('pop3', 'login', imap('AUTHENTICATIONFAILED', 'Token expired'), { credential: 'token' }),
    ]),
  ),
]

/** Everything that can become of the test message. */
export const REFUSALS: readonly Scene[] = [
  ...SPOKEN,
  ...SEND_REFUSALS.map((reply, index) =>
    scene(
      `findings-send-${String(index + 1).padStart(2, '0')}`,
      result([workingLane('imap'), failedLane('smtp', 'send', { kind: 'rejected', reply })]),
    ),
  ),
]
