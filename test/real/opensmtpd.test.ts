import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authority } from '../support/certificates.ts'
import { ANNA } from '../support/real/mail-pair.ts'
import { hasOpenSmtpd, startOpenSmtpd, type OpenSmtpd } from '../support/real/opensmtpd.ts'
import { checkedAt } from './server-table.ts'

/**
 * As Debian 12 has it, OpenSMTPD cannot use its own key with OpenSSL 3 and gives every handshake up with an alert 80.
 * Behind it are sign-ins that no client reaches: what is proved is that this is called a fault of its encryption.
 */
describe.skipIf(!hasOpenSmtpd)('a real OpenSMTPD', () => {
  let server: OpenSmtpd
  beforeAll(async () => {
    const issued = await authority.issue({ dnsNames: ['localhost'], key: 'rsa-2048' })
    server = await startOpenSmtpd(issued)
  })
  afterAll(() => server.stop())

  test.each([
    ['smtp tls', 'submissions'],
    ['smtp starttls', 'submission'],
  ] as const)('that gives the handshake up is at fault over %s, and gets no password', async (way, port) => {
    const result = await checkedAt(way, server.ports[port], ANNA.password)
    expect(result).toMatchObject({ code: 'TLS_HANDSHAKE', turn: 'computer', passwordSent: 'no' })
  })

  test('without a certificate gets no password', async () => {
    const result = await checkedAt('smtp starttls', server.ports.unsigned, ANNA.password)
    expect(result).toMatchObject({ code: 'STARTTLS_MISSING', passwordSent: 'no' })
  })
})
