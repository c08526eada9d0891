import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/** A refusal in words no rule knows: shown as the server said it, with the admission that we do not know more. */
export const unknownReply: Rule = {
  code: 'REPLY_UNKNOWN',
  conclude: (situation) =>
    rejectionIn(situation) && { turn: 'provider', actions: [{ kind: 'retry' }, { kind: 'ask-admin' }] },
}
