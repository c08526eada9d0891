import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** With SCRAM (RFC 5802) both sides prove that they know the password; this server did not. */
export const serverProof: Rule = {
  code: 'AUTH_SERVER_PROOF',
  conclude: (situation) =>
    faultIn(situation, 'server-unproved') && {
      turn: 'provider',
      actions: [{ kind: 'ask-admin' }, { kind: 'edit-servers' }],
    },
}
