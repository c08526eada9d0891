import { samePortOtherSecurity, usesTls } from '#shared/diagnosis/alternatives.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/**
 * STARTTLS, or no encryption, was tried on a port that expects TLS from the first byte: the server waits for our ClientHello while we
 * wait for its greeting, and neither speaks.
 */
export const tlsExpected: Rule = {
  code: 'TLS_EXPECTED',
  conclude: (situation) => {
    if (situation.failed.stage !== 'greeting' || situation.evidence.endpoint.security === 'tls') return null
    if (!faultIn(situation, 'timeout', 'disconnected')) return null
    const other = samePortOtherSecurity(situation)
    return other !== null && usesTls(other)
      ? {
          turn: 'you',
          actions: [{ kind: 'use-endpoint', endpoint: other.endpoint }, { kind: 'edit-servers' }],
        }
      : null
  },
}
