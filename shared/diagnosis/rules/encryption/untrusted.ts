import type { Action } from '#shared/finding/action.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn, type Situation } from '#shared/diagnosis/situation.ts'
import type { CertificateProblem } from '#shared/domain/certificate.ts'
import { certificateIn } from '#shared/domain/evidence.ts'
import { isLoopbackHost } from '#shared/domain/host-name.ts'

/**
 * The certificate is not trusted: self-signed, of a company's own authority, or of an attacker in the middle. A program
 * on this computer has no other than one it made itself, and nothing is in the middle.
 */
export const untrusted: Rule = {
  code: 'TLS_UNTRUSTED',
  conclude: (situation) => {
    const fault = faultIn(situation, 'certificate')
    if (!fault) return null
    const [trust] = exception(situation, fault.problems)
    const isHere = isLoopbackHost(situation.evidence.endpoint.host)
    return {
      turn: isHere && trust !== undefined ? 'you' : 'provider',
      actions:
        isHere && trust !== undefined
          ? [trust, { kind: 'edit-servers' }, { kind: 'retry' }]
          : [
              { kind: 'ask-admin' },
              { kind: 'other-network' },
              { kind: 'retry' },
              ...(trust === undefined ? [] : [trust]),
            ],
      facts: {
        computer: isHere ? 'this' : 'other',
        issuer: certificateIn(situation.evidence)?.issuer ?? '',
        selfSigned: fault.problems.includes('self-signed') ? 'yes' : 'no',
      },
    }
  },
}

/**
 * Only for a server the user typed, or on this computer, and only when nothing else is wrong: a guess or another name
 * is never excused.
 */
function exception(
  { origin, evidence }: Situation,
  problems: readonly CertificateProblem[],
): readonly Action[] {
  const fingerprint = certificateIn(evidence)?.fingerprint
  const isAllUnvouched = problems.every((one) => one === 'self-signed' || one === 'unknown-issuer')
  const isPlain = origin === 'typed' || isLoopbackHost(evidence.endpoint.host)
  return isPlain && isAllUnvouched && fingerprint !== undefined
    ? [{ kind: 'trust-certificate', fingerprint }]
    : []
}
