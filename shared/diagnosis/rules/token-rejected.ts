import { isTemporary } from '#shared/diagnosis/replies.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { loginRejectionIn } from '#shared/diagnosis/situation.ts'

export const tokenRejected: Rule = {
  code: 'AUTH_TOKEN_REJECTED',
  conclude: (situation) => {
    const reply = loginRejectionIn(situation)
    return reply !== null && situation.credential === 'token' && !isTemporary(reply)
      ? { turn: 'you', actions: [{ kind: 'oauth-sign-in' }, { kind: 'retry' }] }
      : null
  },
}
