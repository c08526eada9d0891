import type { Finding } from '#shared/diagnosis/finding.ts'
import { interceptorOf } from '#shared/diagnosis/interceptors.ts'
import { certificateIn, type Evidence } from '#shared/domain/evidence.ts'

/**
 * What deserves a word although the service works; mostly nothing. A virus scanner whose authority this computer
 * trusts passes every check of the certificate, and still reads what the user thinks is sealed.
 */
export function remarkOn(evidence: Evidence): Finding | null {
  const certificate = certificateIn(evidence)
  if (certificate === null) return null
  const signers = [certificate.issuer, ...certificate.chain.map(({ subject }) => subject)]
  const interceptor = signers.map(interceptorOf).find((found) => found !== null)
  if (interceptor === undefined || interceptor === null) return null
  const { endpoint, passwordSent } = evidence
  const { host, port, protocol, security } = endpoint
  return {
    code: 'TLS_INTERCEPTED',
    severity: 'warning',
    stage: 'certificate',
    endpoint,
    passwordSent,
    turn: interceptor.place,
    actions: [{ kind: 'other-network' }, { kind: 'ask-admin' }],
    facts: {
      host,
      port,
      protocol,
      security,
      stage: 'certificate',
      provider: 'none',
      serverSaid: '',
      product: interceptor.name,
      place: interceptor.place,
      trust: 'trusted',
    },
  }
}
