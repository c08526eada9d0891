import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

export const offline: Rule = {
  code: 'NET_OFFLINE',
  conclude: (situation) =>
    faultIn(situation, 'offline') && {
      turn: 'computer',
      actions: [{ kind: 'retry' }, { kind: 'other-network' }],
    },
}
