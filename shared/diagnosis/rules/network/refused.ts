import { workingAlternative } from '#shared/diagnosis/alternatives.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** The host answered at once that nothing listens on this port. */
export const refused: Rule = {
  code: 'NET_REFUSED',
  conclude: (situation) => {
    if (!faultIn(situation, 'refused')) return null
    const other = workingAlternative(situation)
    return other === null
      ? { turn: 'you', actions: [{ kind: 'edit-servers' }, { kind: 'retry' }], facts: { otherPort: 0 } }
      : {
          turn: 'you',
          actions: [{ kind: 'use-endpoint', endpoint: other }, { kind: 'edit-servers' }, { kind: 'retry' }],
          facts: { otherPort: other.port },
        }
  },
}
