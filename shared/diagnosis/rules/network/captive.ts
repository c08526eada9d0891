import { captivePortal } from '#shared/diagnosis/network/captive-portal.ts'
import { isBeforeTheServer } from '#shared/diagnosis/network/before-the-server.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'

/** A captive portal, in a hotel, train or café: everything leads to its page until the user has agreed to its terms. */
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
