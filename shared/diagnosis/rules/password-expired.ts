import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/** RFC 5530 EXPIRED, RFC 4954 432 4.7.12: right, but too old. */
export const passwordExpired: Rule = {
  code: 'AUTH_EXPIRED',
  conclude: (situation) => {
    const reply = rejectionIn(situation)
    return reply?.responseCode === 'EXPIRED' || reply?.enhanced === '4.7.12'
      ? { turn: 'you', actions: [{ kind: 'edit-password' }, { kind: 'ask-admin' }] }
      : null
  },
}
