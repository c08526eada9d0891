import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

export const tooBig: Rule = {
  code: 'PROTO_TOO_BIG',
  conclude: (situation) =>
    faultIn(situation, 'too-big') && {
      turn: 'provider',
      actions: [{ kind: 'edit-servers' }, { kind: 'ask-admin' }],
    },
}
