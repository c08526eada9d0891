import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'
import { addressesIn } from '#shared/domain/evidence.ts'
import type { Surroundings } from '#shared/domain/surroundings.ts'

/** The server has only a long address (IPv6), and this network has no way for those. */
export const ipv6Only: Rule = {
  code: 'NET_IPV6',
  conclude: (situation) => {
    const addresses = addressesIn(situation.evidence)
    const isSilent =
      situation.failed.stage === 'connect' && faultIn(situation, 'timeout', 'unreachable') !== null
    const isLong = addresses.length > 0 && addresses.every(({ family }) => family === 6)
    if (!isSilent || !isLong || !lacksIpv6(situation.surroundings)) return null
    return {
      turn: 'network',
      actions: [{ kind: 'other-network' }, { kind: 'ask-admin' }, { kind: 'retry' }],
    }
  },
}

/** Without an address of its own, or where every try at a long address failed while short ones answered. */
function lacksIpv6({ controls, ipv6 }: Surroundings): boolean {
  if (ipv6 === 'none') return true
  const attempts = controls.flatMap((control) => control.attempts)
  const answered = (family: 4 | 6) =>
    attempts.some((one) => one.family === family && ['connected', 'refused', 'reset'].includes(one.outcome))
  return attempts.some(({ family }) => family === 6) && !answered(6) && answered(4)
}
