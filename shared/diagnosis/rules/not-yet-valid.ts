import { certificateIn } from '#shared/domain/evidence.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** A certificate from the future nearly always means that this computer's clock is behind. */
export const notYetValid: Rule = {
  code: 'TLS_CLOCK',
  conclude: (situation) =>
    faultIn(situation, 'certificate')?.problems.includes('not-yet-valid')
      ? {
          turn: 'computer',
          actions: [{ kind: 'check-clock' }, { kind: 'retry' }],
          facts: { validFrom: certificateIn(situation.evidence)?.validFrom ?? '' },
        }
      : null,
}
