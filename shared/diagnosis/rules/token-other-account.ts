import type { Rule } from '#shared/diagnosis/rule.ts'
import { loginRejectionIn } from '#shared/diagnosis/situation.ts'

/**
 * The token is good and opens another mailbox than the one that was asked for: Exchange says "authenticated but not
 * connected" when somebody was signed in to a second account in the browser, or under another name of the same one.
 */
export const tokenOtherAccount: Rule = {
  code: 'AUTH_TOKEN_OTHER_ACCOUNT',
  conclude: (situation) => {
    const reply = loginRejectionIn(situation)
    const isConnected = reply === null || !/authenticated but not connected/i.test(reply.text)
    if (situation.credential !== 'token' || isConnected) return null
    return {
      turn: 'you',
      actions: [{ kind: 'oauth-sign-in' }, { kind: 'edit-servers' }, { kind: 'ask-admin' }],
    }
  },
}
