import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

export const mailboxBroken: Rule = {
  code: 'MAILBOX_BROKEN',
  conclude: (situation) =>
    situation.failed.stage === 'mailbox' && rejectionIn(situation) !== null
      ? { turn: 'provider', actions: [{ kind: 'retry' }, { kind: 'ask-admin' }] }
      : null,
}
