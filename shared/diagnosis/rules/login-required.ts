import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/** 530 (RFC 4954), or 503 where AUTH was expected first: the server wants a sign-in before it does anything else. */
export const loginRequired: Rule = {
  code: 'AUTH_REQUIRED',
  conclude: (situation) => {
    const code = rejectionIn(situation)?.code
    return code === 530 || code === 503
      ? { turn: 'you', actions: [{ kind: 'edit-password' }, { kind: 'edit-servers' }, { kind: 'retry' }] }
      : null
  },
}
