import { workingAlternative } from '#shared/diagnosis/alternatives.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { partsOf } from '#shared/domain/server-reply.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** The upgrade was offered and then refused. There is no way on in the clear, and no button for one. */
export const starttlsRefused: Rule = {
  code: 'STARTTLS_REFUSED',
  conclude: (situation) => {
    const fault = faultIn(situation, 'starttls-refused')
    if (!fault) return null
    const { code, status } = partsOf(fault.reply)
    const other = workingAlternative(situation)
    return {
      turn: other === null ? 'provider' : 'you',
      actions:
        other === null
          ? [{ kind: 'retry' }, { kind: 'ask-admin' }]
          : [{ kind: 'use-endpoint', endpoint: other }, { kind: 'retry' }],
      facts: { replyCode: code ?? status ?? '' },
    }
  },
}
