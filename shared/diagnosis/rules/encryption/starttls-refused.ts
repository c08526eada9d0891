import { workingAlternative } from '#shared/diagnosis/alternatives.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { partsOf } from '#shared/domain/server-reply.ts'
import { isTemporary } from '#shared/replies/temporary.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** The upgrade was offered and then refused: for now (454 and 421, RFC 3207 section 4) or for good. There is no way on in the clear, and no button for one. */
export const starttlsRefused: Rule = {
  code: 'STARTTLS_REFUSED',
  conclude: (situation) => {
    const fault = faultIn(situation, 'starttls-refused')
    if (!fault) return null
    const { code, status } = partsOf(fault.reply)
    const other = workingAlternative(situation)
    const mayPass = isTemporary(fault.reply)
    return {
      turn: other !== null ? 'you' : mayPass ? 'nobody' : 'provider',
      actions:
        other === null
          ? mayPass
            ? [{ kind: 'wait', seconds: 60 }, { kind: 'retry' }, { kind: 'ask-admin' }]
            : [{ kind: 'retry' }, { kind: 'ask-admin' }]
          : [{ kind: 'use-endpoint', endpoint: other }, { kind: 'retry' }],
      facts: { replyCode: code ?? status ?? '', lasts: mayPass ? 'passes' : 'stays' },
    }
  },
}
