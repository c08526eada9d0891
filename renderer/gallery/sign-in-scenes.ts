import { imapReply } from '#shared/domain/server-reply.ts'
import { failedLane } from '#renderer/gallery/sample-failures.ts'
import { signIn, scene, type Scene } from '#renderer/gallery/sample-states.ts'

const REFUSED = failedLane('imap', 'login', {
  kind: 'rejected',
  reply: imapReply('NO', 'AUTHENTICATIONFAILED', 'Authentication failed.'),
})

/** Where a password is asked for. */
export const SIGN_INS: readonly Scene[] = [
  scene('sign-in-password', signIn('gmx')),
  scene('sign-in-app-password', signIn('gmail', { wants: 'app-password' })),
  scene('sign-in-browser-only', signIn('outlook')),
  scene('sign-in-ends-soon', signIn('microsoft365')),
  scene('sign-in-off-by-default', signIn('microsoft365Later')),
  scene('sign-in-other-servers', signIn('gmx', { because: 'other-servers' })),
  scene('sign-in-again', signIn('gmx', { because: REFUSED.result?.findings[0] ?? null })),
]
