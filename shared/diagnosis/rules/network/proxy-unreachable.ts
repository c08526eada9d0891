import type { Fault } from '#shared/domain/fault.ts'
import { proxyIn } from '#shared/domain/evidence.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** No connection to the proxy itself, so nothing is known about the server. Without any network it is the network. */
export const proxyUnreachable: Rule = {
  code: 'PROXY_UNREACHABLE',
  conclude: (situation) => {
    const proxy = proxyIn(situation.evidence)
    const { stage, fault } = situation.failed
    if (stage !== 'connect' || proxy === null || faultIn(situation, 'offline')) return null
    return {
      turn: 'network',
      actions: [{ kind: 'retry' }, { kind: 'set-proxy' }, { kind: 'ask-admin' }, { kind: 'other-network' }],
      facts: { proxy, why: whyOf(fault) },
    }
  },
}

function whyOf({ kind }: Fault): 'name' | 'refused' | 'silence' | 'other' {
  switch (kind) {
    case 'name-not-found':
    case 'resolver-failed':
      return 'name'
    case 'refused':
      return 'refused'
    case 'timeout':
      return 'silence'
    default:
      return 'other'
  }
}
