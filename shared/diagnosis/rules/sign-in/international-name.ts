import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** The name before the @ has letters that this server does not say it knows. */
export const internationalName: Rule = {
  code: 'ADDR_EAI',
  conclude: (situation) =>
    faultIn(situation, 'international-name') && {
      turn: 'provider',
      actions: [{ kind: 'ask-admin' }, { kind: 'edit-address' }, { kind: 'edit-servers' }],
    },
}
