import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** The resolver answered, and the answer is that nobody has this name (NXDOMAIN, or no address at all). */
export const nameNotFound: Rule = {
  code: 'NET_DNS_NONE',
  conclude: (situation) =>
    faultIn(situation, 'name-not-found') && {
      turn: 'you',
      actions: [{ kind: 'edit-servers' }, { kind: 'edit-address' }, { kind: 'retry' }],
    },
}
