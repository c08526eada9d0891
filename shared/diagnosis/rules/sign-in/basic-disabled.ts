import { passwordEndBehind } from '#shared/catalogue/endings.ts'
import { passwordLoginEnded } from '#shared/catalogue/sign-in.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { isPasswordRefused } from '#shared/diagnosis/situation.ts'
import { COUNSEL } from '#shared/replies/counsel.ts'

/**
 * Password sign-in is gone: Microsoft says so in 535 5.7.139 and 550 5.7.30, or answers 535 5.7.3 as if the
 * password were wrong, where the date and the provider tell that no password can be right.
 */
export const basicDisabled: Rule = {
  code: 'AUTH_BASIC_DISABLED',
  conclude: (situation) => {
    const { provider, date, credential, evidence } = situation
    const ended =
      credential === 'password' &&
      provider !== null &&
      passwordLoginEnded(date, provider, evidence.endpoint.protocol)
    if (situation.meaning !== 'AUTH_BASIC_DISABLED' && !(ended && isPasswordRefused(situation))) return null
    const end = provider === null ? null : passwordEndBehind(date, provider, evidence.endpoint.protocol)
    return {
      ...COUNSEL.AUTH_BASIC_DISABLED.live,
      facts: { since: end === null ? 'unknown' : 'known', day: end?.day ?? '' },
    }
  },
}
