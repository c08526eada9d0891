import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/**
 * The server speaks only TLS 1.0 or 1.1, withdrawn by RFC 8996, or shows a key that RFC 9325 calls too short. A server that
 * says so of its client does not see this program, which speaks nothing older than TLS 1.2, but what stands in between.
 */
export const tlsOld: Rule = {
  code: 'TLS_OLD',
  conclude: (situation) => {
    const isWeak = faultIn(situation, 'certificate')?.problems.includes('weak-key') === true
    if (faultIn(situation, 'tls-version') !== null || isWeak)
      return {
        turn: 'provider',
        actions: [{ kind: 'ask-admin' }, { kind: 'retry' }],
        facts: { outdated: 'server' },
      }
    return situation.meaning === 'TLS_OLD'
      ? {
          turn: 'computer',
          actions: [{ kind: 'other-network' }, { kind: 'ask-admin' }, { kind: 'retry' }],
          facts: { outdated: 'between' },
        }
      : null
  },
}
