import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

export const encryptionRequired: Rule = {
  code: 'AUTH_ENCRYPTION_REQUIRED',
  conclude: (situation) => {
    const reply = rejectionIn(situation)
    if (reply === null) return null
    const asks =
      reply.responseCode === 'PRIVACYREQUIRED' ||
      reply.code === 538 ||
      /must issue a? ?starttls/i.test(reply.text)
    return asks ? { turn: 'you', actions: [{ kind: 'edit-servers' }, { kind: 'retry' }] } : null
  },
}
