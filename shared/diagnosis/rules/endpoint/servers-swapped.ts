import { adviceAbout } from '#shared/catalogue/server-advice.ts'
import { adviceFacts, takeInstead } from '#shared/diagnosis/advice-facts.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'

/** Another mail service answered, and the name of the server said so all along. */
export const serversSwapped: Rule = {
  code: 'SERVERS_SWAPPED',
  conclude: (situation) => {
    const seen = faultIn(situation, 'wrong-service')?.seen
    const { endpoint } = situation.evidence
    const isMail = PROTOCOLS.some((protocol) => protocol === seen)
    const advice = isMail ? adviceAbout(situation.date, endpoint) : null
    if (advice?.code !== 'SERVERS_SWAPPED' || advice.serves !== seen || advice.instead === null) return null
    return {
      turn: 'you',
      actions: [takeInstead(endpoint, advice.instead), { kind: 'edit-servers' }],
      facts: adviceFacts(endpoint, advice),
    }
  },
}
