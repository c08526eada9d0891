import { workingAlternative } from '#shared/diagnosis/alternatives.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'
import { isLoopbackHost } from '#shared/domain/host-name.ts'

/** The host answered at once that nothing listens on this port; on this computer a program is not running. */
export const refused: Rule = {
  code: 'NET_REFUSED',
  conclude: (situation) => {
    if (!faultIn(situation, 'refused')) return null
    if (isLoopbackHost(situation.evidence.endpoint.host)) {
      return {
        turn: 'computer',
        actions: [{ kind: 'start-program' }, { kind: 'edit-servers' }],
        facts: { otherPort: 0, computer: 'this' },
      }
    }
    const other = workingAlternative(situation)
    return other === null
      ? {
          turn: 'you',
          actions: [{ kind: 'edit-servers' }, { kind: 'retry' }],
          facts: { otherPort: 0, computer: 'other' },
        }
      : {
          turn: 'you',
          actions: [{ kind: 'use-endpoint', endpoint: other }, { kind: 'edit-servers' }, { kind: 'retry' }],
          facts: { otherPort: other.port, computer: 'other' },
        }
  },
}
