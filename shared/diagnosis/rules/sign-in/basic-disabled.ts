import { passwordEndOn, type PasswordEnd } from '#shared/catalogue/endings.ts'
import { passwordLoginEnded } from '#shared/catalogue/sign-in.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { isPasswordRefused, rejectionIn, type Situation } from '#shared/diagnosis/situation.ts'
import { takesTokensOnly } from '#shared/diagnosis/tokens-only.ts'
import type { FindingFacts } from '#shared/finding/finding.ts'
import { COUNSEL } from '#shared/replies/counsel.ts'
import { saysPasswordIsWrong } from '#shared/replies/meaning.ts'

/**
 * Password sign-in is gone: Microsoft says so in 535 5.7.139 and 550 5.7.30, or answers 535 5.7.3 as if the
 * password were wrong, where the date and the provider tell that no password can be right. A server that has words
 * for both and says that it is wrong is believed, whatever the calendar says. A server that announces mechanisms for
 * tokens alone says the same.
 */
export const basicDisabled: Rule = {
  code: 'AUTH_BASIC_DISABLED',
  conclude: (situation) => {
    const { provider, date, credential, evidence } = situation
    const ended =
      credential === 'password' &&
      provider !== null &&
      passwordLoginEnded(date, provider, evidence.endpoint.protocol)
    const isImplied = ended && isPasswordRefused(situation) && !saysItIsWrong(situation)
    const isGone = situation.meaning === 'AUTH_BASIC_DISABLED' || takesTokensOnly(situation)
    if (!isGone && !isImplied) return null
    const end = provider === null ? null : passwordEndOn(date, provider, evidence.endpoint.protocol)
    return { ...COUNSEL.AUTH_BASIC_DISABLED.live, facts: sinceWhen(end) }
  },
}

function saysItIsWrong(situation: Situation): boolean {
  const reply = rejectionIn(situation)
  return reply !== null && saysPasswordIsWrong(reply)
}

/** `default`: off since then, but for those whose administrator has kept it on. */
function sinceWhen(end: PasswordEnd | null): FindingFacts {
  if (end === null || end.state === 'announced') return { since: 'unknown', day: '' }
  return end.state === 'final' ? { since: 'known', day: end.finalDay } : { since: 'default', day: end.day }
}
