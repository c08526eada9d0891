import { certificateIn } from '#shared/domain/evidence.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

export const expired: Rule = {
  code: 'TLS_EXPIRED',
  conclude: (situation) =>
    faultIn(situation, 'certificate')?.problems.includes('expired')
      ? {
          turn: 'provider',
          actions: [{ kind: 'retry' }, { kind: 'ask-admin' }, { kind: 'check-clock' }],
          facts: { validTo: certificateIn(situation.evidence)?.validTo ?? '' },
        }
      : null,
}
