import { asksForSignIn } from '#shared/diagnosis/asks-for-sign-in.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/** The server wants a sign-in before it does anything else; so does one that was taken for a relay without. */
export const loginRequired: Rule = {
  code: 'AUTH_REQUIRED',
  conclude: (situation) => {
    const reply = rejectionIn(situation)
    if (reply === null || !asksForSignIn(reply)) return null
    return situation.signIn === 'none'
      ? { turn: 'you', actions: [{ kind: 'add-sign-in' }, { kind: 'ask-admin' }, { kind: 'retry' }] }
      : { turn: 'you', actions: [{ kind: 'edit-password' }, { kind: 'edit-servers' }, { kind: 'retry' }] }
  },
}
