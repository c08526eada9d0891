import { isLimit } from '#shared/diagnosis/replies.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

const WAIT_SECONDS = 900

export const locked: Rule = {
  code: 'AUTH_LOCKED',
  conclude: (situation) => {
    const reply = rejectionIn(situation)
    return reply !== null && isLimit(reply)
      ? { turn: 'nobody', actions: [{ kind: 'wait', seconds: WAIT_SECONDS }, { kind: 'ask-admin' }] }
      : null
  },
}
