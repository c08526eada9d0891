import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn, type Situation } from '#shared/diagnosis/situation.ts'

/** The look-up itself failed, so it is not known whether the name exists. */
export const resolverFailed: Rule = {
  code: 'NET_DNS_FAIL',
  conclude: (situation) => {
    const detail = detailOf(situation)
    if (detail === null) return null
    return {
      turn: 'network',
      actions: [{ kind: 'retry' }, { kind: 'other-network' }, { kind: 'ask-admin' }],
      facts: { detail },
    }
  },
}

function detailOf(situation: Situation): string | null {
  const fault = faultIn(situation, 'resolver-failed')
  if (fault) return fault.detail
  return situation.failed.stage === 'dns' && faultIn(situation, 'timeout') ? 'timeout' : null
}
