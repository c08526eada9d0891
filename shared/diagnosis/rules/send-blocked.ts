import type { Rule } from '#shared/diagnosis/rule.ts'
import { sendRejectionIn } from '#shared/diagnosis/situation.ts'

const WORDS = /spam|block(ed|list)|blacklist|reputation|policy/i

/** Turned away for a security or policy reason (RFC 3463 X.7), most often for the network it came from. */
export const sendBlocked: Rule = {
  code: 'SEND_BLOCKED',
  conclude: (situation) => {
    const reply = sendRejectionIn(situation)
    return reply !== null && (reply.enhanced?.startsWith('5.7.') || WORDS.test(reply.text))
      ? { turn: 'provider', actions: [{ kind: 'other-network' }, { kind: 'ask-admin' }] }
      : null
  },
}
