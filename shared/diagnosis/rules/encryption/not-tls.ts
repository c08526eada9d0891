import { samePortOtherSecurity, workingAlternative, works } from '#shared/diagnosis/alternatives.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** TLS was tried from the first byte on a port that starts in the clear: the wrong kind of encryption for this port. */
export const notTls: Rule = {
  code: 'TLS_NOT_TLS',
  conclude: (situation) => {
    if (!faultIn(situation, 'not-tls')) return null
    const samePort = samePortOtherSecurity(situation)
    const other = samePort !== null && works(samePort) ? samePort.endpoint : workingAlternative(situation)
    return other === null
      ? { turn: 'you', actions: [{ kind: 'edit-servers' }, { kind: 'retry' }] }
      : { turn: 'you', actions: [{ kind: 'use-endpoint', endpoint: other }, { kind: 'edit-servers' }] }
  },
}
