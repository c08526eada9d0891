import { workingAlternative } from '#shared/diagnosis/alternatives.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

export const timedOut: Rule = {
  code: 'NET_TIMEOUT',
  conclude: (situation) => {
    const fault = faultIn(situation, 'timeout')
    if (!fault) return null
    const other = workingAlternative(situation)
    const facts = { seconds: Math.round(fault.limitMs / 1000) }
    if (other !== null) {
      return { turn: 'you', actions: [{ kind: 'use-endpoint', endpoint: other }, { kind: 'retry' }], facts }
    }
    const { stage } = situation.failed
    return stage === 'connect' || stage === 'proxy'
      ? {
          turn: 'network',
          actions: [
            { kind: 'retry' },
            { kind: 'edit-servers' },
            { kind: 'other-network' },
            { kind: 'ask-admin' },
          ],
          facts,
        }
      : {
          turn: 'provider',
          actions: [{ kind: 'retry' }, { kind: 'other-network' }, { kind: 'ask-admin' }],
          facts,
        }
  },
}
