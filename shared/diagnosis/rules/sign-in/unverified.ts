import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** IMAP PREAUTH inside TLS: the server skipped the sign-in and did not see the password, so nothing is proved. */
export const unverified: Rule = {
  code: 'AUTH_UNVERIFIED',
  conclude: (situation) =>
    faultIn(situation, 'preauth') && {
      turn: 'admin',
      actions: [{ kind: 'edit-servers' }, { kind: 'ask-admin' }],
    },
}
