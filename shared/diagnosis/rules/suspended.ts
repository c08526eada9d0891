import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/** RFC 5530 CONTACTADMIN, RFC 7372 5.7.13: the account exists and somebody has switched it off. */
export const suspended: Rule = {
  code: 'AUTH_SUSPENDED',
  conclude: (situation) => {
    const reply = rejectionIn(situation)
    return reply?.responseCode === 'CONTACTADMIN' || reply?.code === 525
      ? { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'retry' }] }
      : null
  },
}
