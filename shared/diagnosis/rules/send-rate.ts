import type { Rule } from '#shared/diagnosis/rule.ts'
import { sendRejectionIn } from '#shared/diagnosis/situation.ts'

const WORDS = /rate limit|too many|sending (limit|quota)|throttl/i
const WAIT_SECONDS = 3_600

/** Too much in too short a time; more attempts make it worse. */
export const sendRate: Rule = {
  code: 'SEND_RATE',
  conclude: (situation) => {
    const reply = sendRejectionIn(situation)
    return reply !== null &&
      (['4.7.28', '5.4.5', '4.5.3'].includes(reply.enhanced ?? '') || WORDS.test(reply.text))
      ? { turn: 'nobody', actions: [{ kind: 'wait', seconds: WAIT_SECONDS }, { kind: 'ask-admin' }] }
      : null
  },
}
