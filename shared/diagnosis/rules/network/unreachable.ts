import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** A router on the way said that it knows no way to the host (ICMP unreachable, no route). */
export const unreachable: Rule = {
  code: 'NET_UNREACHABLE',
  conclude: (situation) =>
    faultIn(situation, 'unreachable') && {
      turn: 'network',
      actions: [{ kind: 'other-network' }, { kind: 'retry' }, { kind: 'ask-admin' }],
    },
}
