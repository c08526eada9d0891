import { signInKindsOn } from '#shared/catalogue/sign-in.ts'
import { workingAlternative } from '#shared/diagnosis/alternatives.ts'
import type { Conclusion, Rule } from '#shared/diagnosis/rule.ts'
import { faultIn, type JudgedSituation } from '#shared/diagnosis/situation.ts'

/** The connection was up and then broke off, before the session came to its end. */
export const reset: Rule = {
  code: 'NET_RESET',
  conclude: (situation) => {
    const fault = faultIn(situation, 'disconnected')
    if (!fault) return null
    if (isAnswerToPassword(situation))
      return { ...hungUp(situation), facts: { how: fault.how, after: 'password' } }
    const other = workingAlternative(situation)
    const facts = { how: fault.how, after: 'none' }
    return other === null
      ? {
          turn: 'network',
          actions: [{ kind: 'retry' }, { kind: 'other-network' }, { kind: 'ask-admin' }],
          facts,
        }
      : {
          turn: 'you',
          actions: [{ kind: 'use-endpoint', endpoint: other }, { kind: 'retry' }, { kind: 'other-network' }],
          facts,
        }
  },
}

/** Some servers refuse a password by hanging up without a word; QQ does so with one that is no authorization code. */
function isAnswerToPassword({ failed, evidence }: JudgedSituation): boolean {
  return failed.stage === 'login' && evidence.passwordSent !== 'no'
}

function hungUp({ credential, date, evidence, provider }: JudgedSituation): Conclusion {
  if (credential === 'token') return { turn: 'you', actions: [{ kind: 'oauth-sign-in' }, { kind: 'retry' }] }
  const kinds = provider === null ? [] : signInKindsOn(date, provider, evidence.endpoint.protocol)
  const takesAppPasswords = kinds.includes('app-password')
  return {
    turn: 'you',
    actions: [
      takesAppPasswords
        ? { kind: 'app-password', url: provider?.pages.appPassword ?? provider?.pages.enable ?? null }
        : { kind: 'edit-password' },
      { kind: 'retry' },
      { kind: 'other-network' },
      { kind: 'ask-admin' },
    ],
  }
}
