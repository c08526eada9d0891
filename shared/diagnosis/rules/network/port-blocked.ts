import { hostAnswersElsewhere, workingAlternative } from '#shared/diagnosis/alternatives.ts'
import { controlAt, somethingGetsOut } from '#shared/diagnosis/network/way-out.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn, type Situation } from '#shared/diagnosis/situation.ts'
import { failureIn } from '#shared/domain/evidence.ts'
import type { Trail } from '#shared/domain/evidence.ts'

/**
 * No answer at all on this port while the same host answers on another one, mail or web: the host is up, so something
 * on the way drops this port. Home providers, hotels and offices do that to 25 and 587. Where several mail servers are
 * silent at once and web servers are not, all of mail is dropped.
 */
export const portBlocked: Rule = {
  code: 'NET_PORT_BLOCKED',
  conclude: (situation) => {
    const { stage } = situation.failed
    if ((stage !== 'connect' && stage !== 'proxy') || !faultIn(situation, 'timeout')) return null
    if (!hostAnswersElsewhere(situation) && !isMailDropped(situation)) return null
    const other = workingAlternative(situation)
    return other === null
      ? {
          turn: 'network',
          actions: [{ kind: 'other-network' }, { kind: 'ask-admin' }, { kind: 'retry' }],
          facts: { otherPort: 0 },
        }
      : {
          turn: 'you',
          actions: [{ kind: 'use-endpoint', endpoint: other }, { kind: 'other-network' }, { kind: 'retry' }],
          facts: { otherPort: other.port },
        }
  },
}

function isMailDropped({ evidence, siblings, surroundings }: Situation): boolean {
  const { host } = evidence.endpoint
  if (controlAt(surroundings, host)?.answered === true) return true
  const others = siblings.filter(({ endpoint }) => endpoint.host !== host)
  return others.length > 0 && others.every(isSilent) && somethingGetsOut(surroundings)
}

function isSilent(trail: Trail): boolean {
  const failed = failureIn(trail)
  return failed?.stage === 'connect' && failed.fault.kind === 'timeout'
}
