import { workingAlternative } from '#shared/diagnosis/alternatives.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** The connection was up and then broke off, before the session came to its end. */
export const reset: Rule = {
  code: 'NET_RESET',
  conclude: (situation) => {
    const fault = faultIn(situation, 'disconnected')
    if (!fault) return null
    const other = workingAlternative(situation)
    const facts = { how: fault.how }
    return other === null
      ? {
          turn: 'network',
          actions: [{ kind: 'retry' }, { kind: 'other-network' }, { kind: 'ask-admin' }],
          facts,
        }
      : {
          turn: 'you',
          actions: [{ kind: 'use-endpoint', endpoint: other }, { kind: 'retry' }, { kind: 'other-network' }],
          facts,
        }
  },
}
