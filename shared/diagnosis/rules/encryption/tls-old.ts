import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** The server speaks only TLS 1.0 or 1.1, withdrawn by RFC 8996, or shows a key that RFC 9325 calls too short. */
export const tlsOld: Rule = {
  code: 'TLS_OLD',
  conclude: (situation) => {
    const isWeak = faultIn(situation, 'certificate')?.problems.includes('weak-key') === true
    return faultIn(situation, 'tls-version') !== null || isWeak || situation.meaning === 'TLS_OLD'
      ? { turn: 'provider', actions: [{ kind: 'ask-admin' }, { kind: 'retry' }] }
      : null
  },
}
