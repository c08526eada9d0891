import type { Rule } from '#shared/diagnosis/rule.ts'
import { sendRejectionIn } from '#shared/diagnosis/situation.ts'

const WORDS = /over ?quota|quota exceeded|mailbox (is )?full/i

/** A full mailbox is told as temporary or as final, whichever the server thinks (RFC 3463 X.2.2). */
export const sendMailboxFull: Rule = {
  code: 'SEND_MAILBOX_FULL',
  conclude: (situation) => {
    const reply = sendRejectionIn(situation)
    return reply !== null && (/^[45]\.2\.2$/.test(reply.enhanced ?? '') || WORDS.test(reply.text))
      ? { turn: 'you', actions: [{ kind: 'free-space' }, { kind: 'retry' }] }
      : null
  },
}
