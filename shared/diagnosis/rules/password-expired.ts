import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/** RFC 5530 EXPIRED, RFC 4954 432 4.7.12: right, but too old. */
export const passwordExpired: Rule = {
  code: 'AUTH_EXPIRED',
  conclude: (situation) => {
    const reply = rejectionIn(situation)
    if (reply?.responseCode !== 'EXPIRED' && reply?.enhanced !== '4.7.12') return null
    const help = situation.provider?.pages.help
    const page = help === undefined ? [] : [{ kind: 'open-help', url: help } as const]
    return { turn: 'you', actions: [{ kind: 'edit-password' }, ...page, { kind: 'ask-admin' }] }
  },
}
