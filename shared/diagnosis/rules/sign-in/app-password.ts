import { signInKindsOn } from '#shared/catalogue/sign-in.ts'
import { otherUserName } from '#shared/diagnosis/other-user-name.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { isPasswordRefused, type JudgedSituation } from '#shared/diagnosis/situation.ts'

/**
 * The mailbox password will never do here. Some servers say so; others answer as if it were wrong, and only knowing
 * the provider tells the difference. The page to open comes from our own table, never from the reply.
 */
export const appPassword: Rule = {
  code: 'AUTH_APP_PASSWORD',
  conclude: (situation) => {
    const isSaid = situation.meaning === 'AUTH_APP_PASSWORD'
    if (!isSaid && !isImplied(situation)) return null
    return {
      turn: 'you',
      actions: [
        { kind: 'app-password', url: situation.provider?.pages.appPassword ?? null },
        { kind: 'edit-password' },
        // Where the name may be the trouble as well; a server that asked for an app password has accepted the name.
        ...(isSaid ? [] : otherUserName(situation)),
      ],
    }
  },
}

/** The provider takes app passwords only, and this one was refused. */
function isImplied(situation: JudgedSituation): boolean {
  const { credential, date, evidence, provider } = situation
  if (credential !== 'password' || provider === null || !isPasswordRefused(situation)) return false
  const kinds = signInKindsOn(date, provider, evidence.endpoint.protocol)
  return kinds.includes('app-password') && !kinds.includes('password')
}
