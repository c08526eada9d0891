import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

export const noneUsable: Rule = {
  code: 'AUTH_NONE_USABLE',
  conclude: (situation) => {
    const fault = faultIn(situation, 'no-usable-mechanism', 'login-disabled')
    return (
      fault && {
        turn: 'provider',
        actions: [{ kind: 'edit-servers' }, { kind: 'ask-admin' }],
        facts: { offered: (fault.kind === 'no-usable-mechanism' && fault.offered.join(', ')) || 'none' },
      }
    )
  },
}
