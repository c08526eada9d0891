import { microsoftCause } from '#shared/diagnosis/microsoft-cause.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/** The organisation allows sending from mail programs, and it is off for this one mailbox. */
export const smtpDisabledMailbox: Rule = {
  code: 'AUTH_SMTP_DISABLED_MAILBOX',
  conclude: (situation) =>
    microsoftCause(rejectionIn(situation)) === 'mailbox'
      ? { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'retry' }] }
      : null,
}
