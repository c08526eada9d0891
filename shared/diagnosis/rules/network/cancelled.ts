import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

export const cancelled: Rule = {
  code: 'CANCELLED',
  conclude: (situation) => faultIn(situation, 'cancelled') && { turn: 'you', actions: [{ kind: 'retry' }] },
}
