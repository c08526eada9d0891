import type { Rule } from '#shared/diagnosis/rule.ts'
import { sendRejectionIn } from '#shared/diagnosis/situation.ts'

const WORDS = /not owned by|send ?as|sender address rejected|not allowed to send/i

/** Signed in as one person, writing as another: 5.7.60 at Microsoft, 553 5.7.1 at Postfix. */
export const sendAsDenied: Rule = {
  code: 'SEND_AS_DENIED',
  conclude: (situation) => {
    const reply = sendRejectionIn(situation)
    return reply !== null && (reply.enhanced === '5.7.60' || WORDS.test(reply.text))
      ? { turn: 'you', actions: [{ kind: 'edit-address' }, { kind: 'edit-servers' }, { kind: 'ask-admin' }] }
      : null
  },
}
