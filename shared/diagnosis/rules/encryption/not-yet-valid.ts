import { certificateIn } from '#shared/domain/evidence.ts'
import { clockSkewDays } from '#shared/diagnosis/network/clock-skew.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/**
 * A certificate from the future nearly always means that this computer's clock is behind; one that has run out only
 * where web servers say that it is another day.
 */
export const notYetValid: Rule = {
  code: 'TLS_CLOCK',
  conclude: (situation) => {
    const problems = faultIn(situation, 'certificate')?.problems ?? []
    const days = clockSkewDays(situation.surroundings)
    const isAhead = problems.includes('expired') && days > 0
    if (!problems.includes('not-yet-valid') && !isAhead) return null
    const { validFrom = '', validTo = '' } = certificateIn(situation.evidence) ?? {}
    return {
      turn: 'computer',
      actions: [{ kind: 'check-clock' }, { kind: 'retry' }],
      facts: { validFrom, validTo, clock: isAhead ? 'ahead' : 'behind', days: Math.abs(days) },
    }
  },
}
