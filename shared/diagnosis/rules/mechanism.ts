import { refusesMechanism } from '#shared/diagnosis/replies.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/** Announced or not, this way of sending the password is not accepted. */
export const mechanism: Rule = {
  code: 'AUTH_MECHANISM',
  conclude: (situation) => {
    const reply = rejectionIn(situation)
    return reply !== null && refusesMechanism(reply)
      ? { turn: 'provider', actions: [{ kind: 'retry' }, { kind: 'ask-admin' }] }
      : null
  },
}
