import { adviceAbout } from '#shared/catalogue/server-advice.ts'
import { adviceFacts, takeInstead } from '#shared/diagnosis/advice-facts.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** A host that the provider has given up: its name is gone, it is silent, or its certificate names another host. */
export const retiredHost: Rule = {
  code: 'HOST_RETIRED',
  conclude: (situation) => {
    const isGone = faultIn(situation, 'name-not-found', 'refused', 'timeout', 'unreachable', 'certificate')
    const { endpoint } = situation.evidence
    const advice = isGone === null ? null : adviceAbout(situation.date, endpoint)
    if (advice?.code !== 'HOST_RETIRED') return null
    return {
      turn: 'you',
      actions:
        advice.instead === null
          ? [{ kind: 'edit-servers' }]
          : [takeInstead(endpoint, advice.instead), { kind: 'edit-servers' }],
      facts: adviceFacts(endpoint, advice),
    }
  },
}
