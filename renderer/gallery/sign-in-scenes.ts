import { imapReply } from '#shared/domain/server-reply.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { chooseCandidate, typedCandidate } from '#renderer/wizard/machine/services.ts'
import { HOSTS } from '#renderer/gallery/sample-path.ts'
import { failedLane } from '#renderer/gallery/sample-failures.ts'
import { signIn, scene, type Scene } from '#renderer/gallery/sample-states.ts'

const REFUSED = failedLane('imap', 'login', {
  kind: 'rejected',
  reply: imapReply('NO', 'AUTHENTICATIONFAILED', 'Authentication failed.'),
})

/** Another company sends the mail. */
function withRelay() {
  const relay: ServerEndpoint = { ...HOSTS.smtp, host: 'smtp.sendgrid.net' }
  return signIn('gmx').services.map((service) =>
    service.protocol === 'smtp'
      ? chooseCandidate(service, typedCandidate(relay, 'apikey', 'password'))
      : service,
  )
}

/** Where a password is asked for. */
export const SIGN_INS: readonly Scene[] = [
  scene('sign-in-password', signIn('gmx')),
  scene('sign-in-two-owners', signIn('gmx', { services: withRelay() })),
  scene('sign-in-app-password', signIn('gmail', { wants: 'app-password' })),
  scene('sign-in-browser-only', signIn('outlook')),
  scene('sign-in-ends-soon', signIn('microsoft365')),
  scene('sign-in-off-by-default', signIn('microsoft365Later')),
  scene('sign-in-other-servers', signIn('gmx', { because: 'other-servers' })),
  scene('sign-in-again', signIn('gmx', { because: REFUSED.result?.findings[0] ?? null })),
]
