import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'
import { takesTokensOnly } from '#shared/diagnosis/tokens-only.ts'
import { COUNSEL } from '#shared/replies/counsel.ts'

/** The server announces no mechanism that can be used, or says itself that it has none (503 at Postfix without SASL). */
export const noneUsable: Rule = {
  code: 'AUTH_NONE_USABLE',
  conclude: (situation) => {
    const none = faultIn(situation, 'no-usable-mechanism')
    const offered = none?.offered.join(', ') ?? ''
    const isShown = faultIn(situation, 'no-usable-mechanism', 'login-disabled') !== null
    if (takesTokensOnly(situation)) return null
    if (!isShown && situation.meaning !== 'AUTH_NONE_USABLE') return null
    return {
      ...COUNSEL.AUTH_NONE_USABLE.live,
      facts: { offered: offered === '' ? 'none' : offered, wanted: none?.wanted ?? 'none' },
    }
  },
}
