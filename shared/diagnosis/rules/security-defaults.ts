import { microsoftCause } from '#shared/diagnosis/microsoft-cause.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/** Microsoft's security defaults keep passwords out and let the browser sign-in through. */
export const securityDefaults: Rule = {
  code: 'AUTH_SECURITY_DEFAULTS',
  conclude: (situation) =>
    microsoftCause(rejectionIn(situation)) === 'security-defaults'
      ? { turn: 'you', actions: [{ kind: 'oauth-sign-in' }, { kind: 'ask-admin' }] }
      : null,
}
