import { proxyIn } from '#shared/domain/evidence.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** What answers where the proxy should be is no proxy of this kind: the setting names a wrong port or kind. */
export const proxyUnusable: Rule = {
  code: 'PROXY_UNUSABLE',
  conclude: (situation) => {
    const fault = faultIn(situation, 'proxy-unusable')
    return (
      fault && {
        turn: 'computer',
        actions: [{ kind: 'set-proxy' }, { kind: 'retry' }, { kind: 'other-network' }],
        facts: { proxy: proxyIn(situation.evidence) ?? '', how: fault.how },
      }
    )
  },
}
