import { otherUserName } from '#shared/diagnosis/other-user-name.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn, isPasswordRefused } from '#shared/diagnosis/situation.ts'

/** The server checked user name and password and refused them, here or at a sister service a moment ago. */
export const wrongPassword: Rule = {
  code: 'AUTH_REJECTED',
  conclude: (situation) => {
    if (!isPasswordRefused(situation)) return null
    return {
      turn: 'you',
      actions: [{ kind: 'edit-password' }, ...otherUserName(situation), { kind: 'edit-servers' }],
      facts: { elsewhere: faultIn(situation, 'refused-elsewhere')?.host ?? 'none' },
    }
  },
}
