import { microsoftCause } from '#shared/diagnosis/microsoft-cause.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/** Sending from mail programs is off for the whole organisation. Neither a password nor a browser sign-in gets past it. */
export const smtpDisabledTenant: Rule = {
  code: 'AUTH_SMTP_DISABLED_TENANT',
  conclude: (situation) =>
    microsoftCause(rejectionIn(situation)) === 'tenant'
      ? { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'retry' }] }
      : null,
}
