import { meaningOf } from '#shared/diagnosis/dialects.ts'
import { blockListIn } from '#shared/diagnosis/dialects/block-lists.ts'
import { COUNSEL, SPOKEN_CODES, type SpokenCode } from '#shared/diagnosis/dialects/counsel.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { loginRejectionIn, sendRejectionIn } from '#shared/diagnosis/situation.ts'

/** One rule for each cause that is told apart by words alone: the lines of the dialects are the rule. */
function spoken(code: SpokenCode): Rule {
  const [occasion, replyIn] = code.startsWith('SEND_')
    ? (['sending', sendRejectionIn] as const)
    : (['signing-in', loginRejectionIn] as const)
  return {
    code,
    conclude: (situation) => {
      const reply = replyIn(situation)
      return reply !== null && meaningOf(reply, occasion) === code
        ? { ...COUNSEL[code], facts: { list: blockListIn(reply)?.name ?? 'none' } }
        : null
    },
  }
}

const RULES = SPOKEN_CODES.map(spoken)

export const spokenWhileSending: readonly Rule[] = RULES.filter(({ code }) => code.startsWith('SEND_'))
export const spokenWhileSigningIn: readonly Rule[] = RULES.filter(({ code }) => !code.startsWith('SEND_'))
