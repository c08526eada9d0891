import { workingAlternative } from '#shared/diagnosis/alternatives.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'
import { isLoopbackHost } from '#shared/domain/host-name.ts'

export const starttlsMissing: Rule = {
  code: 'STARTTLS_MISSING',
  conclude: (situation) => {
    const fault = faultIn(situation, 'starttls-missing')
    if (!fault) return null
    const { endpoint } = situation.evidence
    // What never leaves this computer needs no encryption, and DavMail for one has none unless it is given a key.
    if (isLoopbackHost(endpoint.host)) {
      return {
        turn: 'you',
        actions: [
          { kind: 'use-endpoint', endpoint: { ...endpoint, security: 'none' } },
          { kind: 'edit-servers' },
          { kind: 'retry' },
        ],
        facts: { otherPort: 0, offer: fault.offer, computer: 'this' },
      }
    }
    const other = workingAlternative(situation)
    return other === null
      ? {
          turn: 'network',
          actions: [{ kind: 'other-network' }, { kind: 'ask-admin' }, { kind: 'retry' }],
          facts: { otherPort: 0, offer: fault.offer, computer: 'other' },
        }
      : {
          turn: 'you',
          actions: [{ kind: 'use-endpoint', endpoint: other }, { kind: 'other-network' }],
          facts: { otherPort: other.port, offer: fault.offer, computer: 'other' },
        }
  },
}
