import { describe, expect, test } from 'vitest'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { createTrustStore } from '#engine/tls/trust.ts'
import { mailServer } from '../support/behaviour.ts'
import { goodTls, scanner, serverTls } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'

const trusting = createTrustStore([scanner.certificate])
const scanned = await serverTls({}, scanner)

describe.each(PROTOCOLS)('%s behind a virus scanner that this computer trusts', (protocol) => {
  test.concurrent.each(['tls', 'starttls'] as const)(
    'works over %s, and says who reads along',
    async (security) => {
      const { result, check } = await tryOut(mailServer(protocol, security, scanned), {
        protocol,
        security,
        tools: () => ({ trust: trusting }),
      })
      expect(result).toMatchObject({ verdict: 'warning', code: 'TLS_INTERCEPTED', passwordSent: 'yes' })
      expect(result.findings[0]).toMatchObject({
        severity: 'warning',
        turn: 'computer',
        facts: { product: 'Avast', trust: 'trusted' },
      })
      expect(check.verdict).toBe('ok')
    },
  )
})

test('a certificate of any other authority gets no remark', async () => {
  const { result } = await tryOut(mailServer('imap', 'tls', goodTls), { protocol: 'imap' })
  expect(result).toMatchObject({ verdict: 'ok', code: 'OK', findings: [] })
})
