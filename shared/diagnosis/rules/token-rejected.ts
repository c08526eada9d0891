import { isTemporary } from '#shared/diagnosis/replies.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn, loginRejectionIn } from '#shared/diagnosis/situation.ts'

/** Refused here, or a moment ago at a sister service: then it was not sent here at all. */
export const tokenRejected: Rule = {
  code: 'AUTH_TOKEN_REJECTED',
  conclude: (situation) => {
    const reply = loginRejectionIn(situation)
    const refused = reply === null ? faultIn(situation, 'refused-elsewhere') !== null : !isTemporary(reply)
    return situation.credential === 'token' && refused
      ? { turn: 'you', actions: [{ kind: 'oauth-sign-in' }, { kind: 'retry' }] }
      : null
  },
}
