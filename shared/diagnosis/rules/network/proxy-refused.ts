import { proxyIn } from '#shared/domain/evidence.ts'
import { workingAlternative } from '#shared/diagnosis/alternatives.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** The proxy refuses to connect to this port. Many allow no port but that of HTTPS. */
export const proxyRefused: Rule = {
  code: 'PROXY_REFUSED',
  conclude: (situation) => {
    const fault = faultIn(situation, 'proxy-refused')
    if (!fault) return null
    const facts = { proxy: proxyIn(situation.evidence) ?? '', reason: fault.reason }
    const other = workingAlternative(situation)
    return other === null
      ? {
          turn: 'network',
          actions: [
            { kind: 'other-network' },
            { kind: 'ask-admin' },
            { kind: 'set-proxy' },
            { kind: 'retry' },
          ],
          facts: { ...facts, otherPort: 0 },
        }
      : {
          turn: 'you',
          actions: [{ kind: 'use-endpoint', endpoint: other }, { kind: 'other-network' }, { kind: 'retry' }],
          facts: { ...facts, otherPort: other.port },
        }
  },
}
