import { interceptorOf } from '#shared/diagnosis/interceptors.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'
import { certificateIn } from '#shared/domain/evidence.ts'

/** A virus scanner or a filter has put itself in between, and this computer does not trust it (yet). */
export const intercepted: Rule = {
  code: 'TLS_INTERCEPTED',
  conclude: (situation) => {
    const fault = faultIn(situation, 'certificate')
    const isUntrusted = fault?.problems.some((one) => one === 'unknown-issuer' || one === 'self-signed')
    const interceptor = interceptorOf(certificateIn(situation.evidence)?.issuer ?? '')
    if (isUntrusted !== true || interceptor === null) return null
    return {
      turn: interceptor.place,
      actions: [{ kind: 'retry' }, { kind: 'other-network' }, { kind: 'ask-admin' }],
      facts: { product: interceptor.name, place: interceptor.place, trust: 'untrusted' },
    }
  },
}
