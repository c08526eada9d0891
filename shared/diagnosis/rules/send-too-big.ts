import type { Rule } from '#shared/diagnosis/rule.ts'
import { sendRejectionIn } from '#shared/diagnosis/situation.ts'

/** The limit may lie at the server (5.3.4) or at the recipient (5.2.3), RFC 3463. */
export const sendTooBig: Rule = {
  code: 'SEND_TOO_BIG',
  conclude: (situation) => {
    const reply = sendRejectionIn(situation)
    return reply !== null && ['5.3.4', '5.2.3'].includes(reply.enhanced ?? '')
      ? { turn: 'provider', actions: [{ kind: 'ask-admin' }, { kind: 'retry' }] }
      : null
  },
}
