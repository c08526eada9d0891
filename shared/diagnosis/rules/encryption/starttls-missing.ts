import { workingAlternative } from '#shared/diagnosis/alternatives.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

export const starttlsMissing: Rule = {
  code: 'STARTTLS_MISSING',
  conclude: (situation) => {
    const fault = faultIn(situation, 'starttls-missing')
    if (!fault) return null
    const other = workingAlternative(situation)
    return other === null
      ? {
          turn: 'network',
          actions: [{ kind: 'other-network' }, { kind: 'ask-admin' }, { kind: 'retry' }],
          facts: { otherPort: 0, offer: fault.offer },
        }
      : {
          turn: 'you',
          actions: [{ kind: 'use-endpoint', endpoint: other }, { kind: 'other-network' }],
          facts: { otherPort: other.port, offer: fault.offer },
        }
  },
}
