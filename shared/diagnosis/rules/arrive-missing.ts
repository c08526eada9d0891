import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** A server took the message and it did not come: most often it lies in a spam folder, sometimes it is only late. */
export const arriveMissing: Rule = {
  code: 'ARRIVE_MISSING',
  conclude: (situation) => {
    const fault = faultIn(situation, 'timeout')
    return fault !== null && situation.failed.stage === 'arrive'
      ? {
          turn: 'you',
          actions: [{ kind: 'retry' }, { kind: 'ask-admin' }],
          facts: { seconds: Math.round(fault.limitMs / 1000) },
        }
      : null
  },
}
