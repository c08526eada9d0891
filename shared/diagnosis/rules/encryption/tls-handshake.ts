import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

export const tlsHandshake: Rule = {
  code: 'TLS_HANDSHAKE',
  conclude: (situation) => {
    const fault = faultIn(situation, 'tls-failed')
    return (
      fault && {
        turn: 'provider',
        actions: [{ kind: 'retry' }, { kind: 'other-network' }, { kind: 'ask-admin' }],
        facts: { reason: fault.reason },
      }
    )
  },
}
