import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'
import { COUNSEL } from '#shared/replies/counsel.ts'

/** Refused here, or a moment ago at a sister service: then it was not sent here at all. */
export const tokenRejected: Rule = {
  code: 'AUTH_TOKEN_REJECTED',
  conclude: (situation) => {
    const isElsewhere = situation.credential === 'token' && faultIn(situation, 'refused-elsewhere') !== null
    return isElsewhere || situation.meaning === 'AUTH_TOKEN_REJECTED'
      ? COUNSEL.AUTH_TOKEN_REJECTED.live
      : null
  },
}
