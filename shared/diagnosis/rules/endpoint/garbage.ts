import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

export const garbage: Rule = {
  code: 'PROTO_GARBAGE',
  conclude: (situation) =>
    faultIn(situation, 'garbage') && {
      turn: 'provider',
      actions: [{ kind: 'retry' }, { kind: 'edit-servers' }, { kind: 'ask-admin' }],
    },
}
