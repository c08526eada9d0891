import { meaningOf } from '#shared/diagnosis/dialects.ts'
import { blockListIn } from '#shared/diagnosis/dialects/block-lists.ts'
import { COUNSEL, SPOKEN_CODES, type SpokenCode } from '#shared/diagnosis/dialects/counsel.ts'
import { letInPage } from '#shared/diagnosis/provider-hints.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { loginRejectionIn, sendRejectionIn } from '#shared/diagnosis/situation.ts'

/** What is put right on a page of the provider, and then tested again. */
const AT_THE_PROVIDER: ReadonlySet<SpokenCode> = new Set<SpokenCode>([
  'AUTH_PROTOCOL_DISABLED',
  'AUTH_WEB_LOGIN',
])

/** One rule for each cause that is told apart by words alone: the lines of the dialects are the rule. */
function spoken(code: SpokenCode): Rule {
  const [occasion, replyIn] = code.startsWith('SEND_')
    ? (['sending', sendRejectionIn] as const)
    : (['signing-in', loginRejectionIn] as const)
  return {
    code,
    conclude: (situation) => {
      const reply = replyIn(situation)
      if (reply === null || meaningOf(reply, occasion) !== code) return null
      const { turn, actions } = COUNSEL[code]
      const page = AT_THE_PROVIDER.has(code) ? letInPage(situation.provider) : null
      return {
        turn,
        actions: page === null ? actions : [{ kind: 'open-help', url: page }, ...actions],
        facts: { list: blockListIn(reply)?.name ?? 'none' },
      }
    },
  }
}

const RULES = SPOKEN_CODES.map(spoken)

export const spokenWhileSending: readonly Rule[] = RULES.filter(({ code }) => code.startsWith('SEND_'))
export const spokenWhileSigningIn: readonly Rule[] = RULES.filter(({ code }) => !code.startsWith('SEND_'))
