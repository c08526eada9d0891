import type { Rule } from '#shared/diagnosis/rule.ts'
import { sendRejectionIn } from '#shared/diagnosis/situation.ts'

const WORDS = /user unknown|unknown user|no such (user|mailbox)/i

/** The account writes to itself: a server that does not know the recipient does not know the address. */
export const sendRecipientUnknown: Rule = {
  code: 'SEND_RECIPIENT_UNKNOWN',
  conclude: (situation) => {
    const reply = sendRejectionIn(situation)
    return reply !== null && (['5.1.1', '5.1.10'].includes(reply.enhanced ?? '') || WORDS.test(reply.text))
      ? { turn: 'you', actions: [{ kind: 'edit-address' }, { kind: 'ask-admin' }] }
      : null
  },
}
