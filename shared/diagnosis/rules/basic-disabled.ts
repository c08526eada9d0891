import { passwordEndBehind } from '#shared/catalogue/endings.ts'
import { passwordLoginEnded } from '#shared/catalogue/sign-in.ts'
import { microsoftCause } from '#shared/diagnosis/microsoft-cause.ts'
import { isPasswordRefused } from '#shared/diagnosis/replies.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/**
 * Password sign-in is gone: Microsoft says so in 535 5.7.139 and 550 5.7.30, or answers 535 5.7.3 as if the
 * password were wrong, where the date and the provider tell that no password can be right.
 */
export const basicDisabled: Rule = {
  code: 'AUTH_BASIC_DISABLED',
  conclude: (situation) => {
    const { provider, date, credential, evidence } = situation
    if (credential !== 'password') return null
    const reply = rejectionIn(situation)
    const said = microsoftCause(reply) === 'basic-disabled' || reply?.enhanced === '5.7.30'
    const ended = provider !== null && passwordLoginEnded(date, provider, evidence.endpoint.protocol)
    if (!said && !(ended && isPasswordRefused(situation))) return null
    const end = provider === null ? null : passwordEndBehind(date, provider, evidence.endpoint.protocol)
    return {
      turn: 'you',
      actions: [{ kind: 'oauth-sign-in' }, { kind: 'ask-admin' }],
      facts: { since: end === null ? 'unknown' : 'known', day: end?.day ?? '' },
    }
  },
}
