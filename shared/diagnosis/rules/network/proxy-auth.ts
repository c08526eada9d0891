import { proxyIn } from '#shared/domain/evidence.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** The proxy requires a sign-in of its own (407, RFC 1929) and got none, a wrong one, or one of another kind. */
export const proxyAuth: Rule = {
  code: 'PROXY_AUTH',
  conclude: (situation) => {
    const fault = faultIn(situation, 'proxy-refused')
    if (fault?.reason !== 'auth' && fault?.reason !== 'auth-method') return null
    const facts = { proxy: proxyIn(situation.evidence) ?? '', reason: fault.reason }
    return fault.reason === 'auth'
      ? {
          turn: 'you',
          actions: [{ kind: 'set-proxy' }, { kind: 'retry' }, { kind: 'other-network' }],
          facts,
        }
      : {
          turn: 'network',
          actions: [{ kind: 'other-network' }, { kind: 'ask-admin' }, { kind: 'retry' }],
          facts,
        }
  },
}
