import { captivePortal } from '#shared/diagnosis/network/captive-portal.ts'
import { isBeforeTheServer } from '#shared/diagnosis/network/before-the-server.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'

/** A hotel, a train, a café: everything leads to its own page until somebody has agreed to something there. */
export const captive: Rule = {
  code: 'NET_CAPTIVE',
  conclude: (situation) => {
    const portal = isBeforeTheServer(situation) ? captivePortal(situation.surroundings) : null
    if (portal === null) return null
    return {
      turn: 'you',
      actions: [{ kind: 'network-sign-in' }, { kind: 'other-network' }],
      facts: { portal: portal === '' ? 'none' : portal },
    }
  },
}
