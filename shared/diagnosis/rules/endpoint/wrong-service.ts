import { samePortOtherSecurity, workingAlternative } from '#shared/diagnosis/alternatives.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn, type Situation } from '#shared/diagnosis/situation.ts'
import { failureIn } from '#shared/domain/evidence.ts'
import type { ForeignService } from '#shared/domain/fault.ts'

/** Another service answers at this port: a web server, SSH, or a mail service of another kind. */
export const wrongService: Rule = {
  code: 'PROTO_WRONG_SERVICE',
  conclude: (situation) => {
    const seen = serviceSeen(situation)
    if (seen === null) return null
    const other = workingAlternative(situation)
    return {
      turn: 'you',
      actions:
        other === null
          ? [{ kind: 'edit-servers' }, { kind: 'retry' }]
          : [{ kind: 'use-endpoint', endpoint: other }, { kind: 'edit-servers' }],
      facts: { seen },
    }
  },
}

/**
 * What answered: on the line itself, to the question for a web page, or, where TLS met plain text, on a second look
 * without TLS.
 */
function serviceSeen(situation: Situation): ForeignService | null {
  const direct = faultIn(situation, 'wrong-service')
  if (direct) return direct.seen
  if (situation.surroundings.atPort !== null) return 'http'
  if (!faultIn(situation, 'not-tls')) return null
  const secondProbe = samePortOtherSecurity(situation)
  const fault = secondProbe === null ? null : (failureIn(secondProbe)?.fault ?? null)
  return fault?.kind === 'wrong-service' ? fault.seen : null
}
