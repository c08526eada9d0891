import type { Action } from '#shared/finding/action.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn, type Situation } from '#shared/diagnosis/situation.ts'
import type { CertificateProblem } from '#shared/domain/certificate.ts'
import { certificateIn } from '#shared/domain/evidence.ts'

/** The certificate is not trusted: self-signed, of a company's own authority, or of an attacker in the middle. */
export const untrusted: Rule = {
  code: 'TLS_UNTRUSTED',
  conclude: (situation) => {
    const fault = faultIn(situation, 'certificate')
    if (!fault) return null
    return {
      turn: 'provider',
      actions: [
        { kind: 'ask-admin' },
        { kind: 'other-network' },
        { kind: 'retry' },
        ...exception(situation, fault.problems),
      ],
      facts: {
        issuer: certificateIn(situation.evidence)?.issuer ?? '',
        selfSigned: fault.problems.includes('self-signed') ? 'yes' : 'no',
      },
    }
  },
}

/** Only for a server the user typed, and only when nothing else is wrong: a guess or another name is never excused. */
function exception(
  { origin, evidence }: Situation,
  problems: readonly CertificateProblem[],
): readonly Action[] {
  const fingerprint = certificateIn(evidence)?.fingerprint
  const isAllUnvouched = problems.every((one) => one === 'self-signed' || one === 'unknown-issuer')
  return origin === 'typed' && isAllUnvouched && fingerprint !== undefined
    ? [{ kind: 'trust-certificate', fingerprint }]
    : []
}
