import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** A technician has forced IPv4 or IPv6, and the name has no address of that kind. */
export const family: Rule = {
  code: 'NET_FAMILY',
  conclude: (situation) => {
    const fault = faultIn(situation, 'no-address-of-family')
    // Testing again forces nothing any more.
    return fault && { turn: 'you', actions: [{ kind: 'retry' }], facts: { family: fault.family } }
  },
}
