import { otherUserName } from '#shared/diagnosis/other-user-name.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn, isPasswordRefused, rejectionIn } from '#shared/diagnosis/situation.ts'
import { mayBeSwitchedOff } from '#shared/replies/reply-facts.ts'

/** The server checked user name and password and refused them, here or at a sister service a moment ago. */
export const wrongPassword: Rule = {
  code: 'AUTH_REJECTED',
  conclude: (situation) => {
    if (!isPasswordRefused(situation)) return null
    const reply = rejectionIn(situation)
    const isSwitch = reply !== null && mayBeSwitchedOff(reply)
    return {
      turn: 'you',
      actions: [
        { kind: 'edit-password' },
        ...otherUserName(situation),
        ...(isSwitch ? [{ kind: 'ask-admin' } as const] : []),
        { kind: 'edit-servers' },
      ],
      facts: {
        elsewhere: faultIn(situation, 'refused-elsewhere')?.host ?? 'none',
        switch: isSwitch ? 'off' : 'none',
      },
    }
  },
}
