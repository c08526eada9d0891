import { certificateIn } from '#shared/domain/evidence.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

export const expired: Rule = {
  code: 'TLS_EXPIRED',
  conclude: (situation) =>
    faultIn(situation, 'certificate')?.problems.includes('expired')
      ? {
          turn: 'provider',
          // Testing again shows the same certificate until the provider has renewed it.
          actions: [{ kind: 'ask-admin' }, { kind: 'check-clock' }, { kind: 'retry' }],
          facts: { validTo: certificateIn(situation.evidence)?.validTo ?? '' },
        }
      : null,
}
