import { controlAt, somethingGetsOut } from '#shared/diagnosis/network/way-out.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn, type Situation } from '#shared/diagnosis/situation.ts'
import { reached } from '#shared/domain/evidence.ts'

/** Minutes are what a provider needs to notice and restart a server. */
const WAIT_SECONDS = 300

/**
 * Another mail server answers in this network, and this one is silent at every port: it is the server. Where no mail
 * server answers, a silent one cannot be told from a network that blocks mail.
 */
export const serverDown: Rule = {
  code: 'NET_SERVER_DOWN',
  conclude: (situation) => {
    const { surroundings, failed } = situation
    const isSilent = failed.stage === 'connect' && faultIn(situation, 'timeout', 'unreachable') !== null
    if (!isSilent || !mailGetsOut(situation) || answersOnTheWeb(situation)) return null
    return somethingGetsOut(surroundings)
      ? {
          turn: 'provider',
          actions: [
            { kind: 'wait', seconds: WAIT_SECONDS },
            { kind: 'ask-admin' },
            { kind: 'edit-servers' },
            { kind: 'retry' },
          ],
        }
      : null
  },
}

function mailGetsOut({ siblings, evidence }: Situation): boolean {
  return siblings.some(
    (sibling) => sibling.endpoint.host !== evidence.endpoint.host && reached(sibling, 'connect'),
  )
}

function answersOnTheWeb({ evidence, surroundings }: Situation): boolean {
  return controlAt(surroundings, evidence.endpoint.host)?.answered === true
}
