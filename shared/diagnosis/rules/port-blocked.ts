import { hostAnswersElsewhere, workingAlternative } from '#shared/diagnosis/alternatives.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/**
 * No answer at all on this port while the same host answers on another one: the host is up, so something on the
 * way drops this port. Home providers, hotels and offices do that to 25 and 587.
 */
export const portBlocked: Rule = {
  code: 'NET_PORT_BLOCKED',
  conclude: (situation) => {
    const { stage } = situation.failed
    if ((stage !== 'connect' && stage !== 'proxy') || !faultIn(situation, 'timeout')) return null
    if (!hostAnswersElsewhere(situation)) return null
    const other = workingAlternative(situation)
    return other === null
      ? { turn: 'network', actions: [{ kind: 'other-network' }, { kind: 'retry' }], facts: { otherPort: 0 } }
      : {
          turn: 'you',
          actions: [{ kind: 'use-endpoint', endpoint: other }, { kind: 'other-network' }, { kind: 'retry' }],
          facts: { otherPort: other.port },
        }
  },
}
