import { certificateIn } from '#shared/domain/evidence.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/**
 * The certificate belongs to another host (RFC 9525). It cannot be accepted: an exception here would hand the password
 * to any attacker in the middle.
 */
export const nameMismatch: Rule = {
  code: 'TLS_NAME',
  conclude: (situation) => {
    if (!faultIn(situation, 'certificate')?.problems.includes('name-mismatch')) return null
    const certificate = certificateIn(situation.evidence)
    const names = [...(certificate?.dnsNames ?? []), ...(certificate?.ipAddresses ?? [])]
    return {
      turn: 'you',
      actions: [{ kind: 'edit-servers' }, { kind: 'ask-admin' }, { kind: 'retry' }],
      facts: { presented: names.slice(0, 4).join(', '), count: names.length },
    }
  },
}
