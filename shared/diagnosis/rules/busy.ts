import { isTemporary } from '#shared/diagnosis/replies.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

const WAIT_SECONDS = 60

export const busy: Rule = {
  code: 'SERVER_BUSY',
  conclude: (situation) => {
    const reply = rejectionIn(situation)
    return reply !== null && isTemporary(reply)
      ? { turn: 'nobody', actions: [{ kind: 'wait', seconds: WAIT_SECONDS }, { kind: 'retry' }] }
      : null
  },
}
