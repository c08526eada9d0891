import { signInKindsOn } from '#shared/catalogue/sign-in.ts'
import { otherUserName } from '#shared/diagnosis/other-user-name.ts'
import { asksForAppPassword, isPasswordRefused } from '#shared/diagnosis/replies.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { loginRejectionIn } from '#shared/diagnosis/situation.ts'

/**
 * The mailbox password will never do here. Some servers say so; others answer as if it were wrong, and only knowing
 * the provider tells the difference. The page to open comes from our own table, never from the reply.
 */
export const appPassword: Rule = {
  code: 'AUTH_APP_PASSWORD',
  conclude: (situation) => {
    if (situation.credential !== 'password') return null
    const reply = loginRejectionIn(situation)
    const { provider } = situation
    const kinds =
      provider === null ? [] : signInKindsOn(situation.date, provider, situation.evidence.endpoint.protocol)
    const known =
      kinds.includes('app-password') && !kinds.includes('password') && isPasswordRefused(situation)
    return known || (reply !== null && asksForAppPassword(reply))
      ? {
          turn: 'you',
          actions: [
            { kind: 'app-password', url: provider?.pages.appPassword ?? null },
            { kind: 'edit-password' },
            // Where the name may be the trouble as well; a server that asked for an app password has accepted the name.
            ...(reply !== null && asksForAppPassword(reply) ? [] : otherUserName(situation)),
          ],
        }
      : null
  },
}
