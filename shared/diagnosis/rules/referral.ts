import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/** RFC 2221: the server names another one. It is never followed: a reply may not choose who gets the password. */
export const referral: Rule = {
  code: 'AUTH_REFERRAL',
  conclude: (situation) =>
    rejectionIn(situation)?.responseCode === 'REFERRAL'
      ? { turn: 'admin', actions: [{ kind: 'edit-servers' }, { kind: 'ask-admin' }] }
      : null,
}
