import { nothingGetsOut } from '#shared/diagnosis/network/way-out.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'
import { proxyIn } from '#shared/domain/evidence.ts'

/** Names are found and no server answers: such networks have their way out through a proxy, or none. */
export const proxyNeeded: Rule = {
  code: 'NET_PROXY_NEEDED',
  conclude: (situation) => {
    const { evidence, failed, siblings, surroundings } = situation
    const isSilent = failed.stage === 'connect' && faultIn(situation, 'timeout', 'unreachable') !== null
    if (!isSilent || proxyIn(evidence) !== null || !nothingGetsOut(surroundings)) return null
    if (
      siblings.some(({ stages }) =>
        stages.some(({ stage, status }) => stage === 'connect' && status === 'ok'),
      )
    )
      return null
    return {
      turn: 'network',
      actions: [{ kind: 'ask-admin' }, { kind: 'set-proxy' }, { kind: 'other-network' }, { kind: 'retry' }],
    }
  },
}
