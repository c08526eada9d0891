import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/** The alert `certificate_required` (RFC 8446 section 6.2): the server requires a certificate of the client. */
export const clientCertificate: Rule = {
  code: 'TLS_CLIENT_CERT',
  conclude: (situation) =>
    faultIn(situation, 'tls-failed')?.reason === 'certificate required' ||
    situation.meaning === 'TLS_CLIENT_CERT'
      ? { turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'edit-servers' }] }
      : null,
}
