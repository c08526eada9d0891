import type { Rule } from '#shared/diagnosis/rule.ts'
import { sendRejectionIn } from '#shared/diagnosis/situation.ts'

const WORDS = /relay(ing)? (access )?(is )?(denied|not permitted|not allowed)|unable to relay|cannot relay/i

/** The server does not forward for us: it is not the submission server of this account. */
export const sendRelayDenied: Rule = {
  code: 'SEND_RELAY_DENIED',
  conclude: (situation) => {
    const reply = sendRejectionIn(situation)
    return reply !== null && WORDS.test(reply.text)
      ? { turn: 'you', actions: [{ kind: 'edit-servers' }, { kind: 'ask-admin' }] }
      : null
  },
}
