import { microsoftCause } from '#shared/diagnosis/microsoft-cause.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/** A rule about who may sign in from where. Only the sign-in log of the organisation says which one. */
export const conditionalAccess: Rule = {
  code: 'AUTH_CONDITIONAL_ACCESS',
  conclude: (situation) =>
    microsoftCause(rejectionIn(situation)) === 'conditional-access'
      ? { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'other-network' }] }
      : null,
}
