import type { Rule } from '#shared/diagnosis/rule.ts'
import { sendRejectionIn } from '#shared/diagnosis/situation.ts'

const WORDS = /relay(ing)? (access )?(is )?(denied|not permitted|not allowed)|unable to relay|cannot relay/i

/**
 * The server does not forward for us: it is not the submission server of this account, or a relay that knows neither
 * this computer nor this address.
 */
export const sendRelayDenied: Rule = {
  code: 'SEND_RELAY_DENIED',
  conclude: (situation) => {
    const reply = sendRejectionIn(situation)
    if (reply === null || !WORDS.test(reply.text)) return null
    return situation.signIn === 'none'
      ? {
          turn: 'network',
          actions: [{ kind: 'other-network' }, { kind: 'add-sign-in' }, { kind: 'ask-admin' }],
        }
      : { turn: 'you', actions: [{ kind: 'edit-servers' }, { kind: 'ask-admin' }] }
  },
}
