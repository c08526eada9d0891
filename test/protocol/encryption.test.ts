import { describe, expect, test } from 'vitest'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { mailServer } from '../support/behaviour.ts'
import { authority, HOST, serverTls, stranger } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'
import { CERTIFICATE_CASES, HANDSHAKE_CASES, RAW_CASES } from './tls-cases.ts'

const EVERYWHERE = PROTOCOLS.flatMap((protocol) =>
  (['tls', 'starttls'] as const).map((security) => ({ protocol, security })),
)

describe.each(EVERYWHERE)('$protocol with $security', ({ protocol, security }) => {
  test.concurrent.each([...CERTIFICATE_CASES, ...HANDSHAKE_CASES])('$name ($id): $code', async (one) => {
    const { result } = await tryOut(mailServer(protocol, security, await one.tls()), { protocol, security })
    expect({ code: result.code, passwordSent: result.passwordSent }).toEqual({
      code: one.code,
      passwordSent: 'no',
    })
  })
})

describe.each(PROTOCOLS)('%s behind implicit TLS', (protocol) => {
  test.concurrent.each(RAW_CASES)('$name ($id): $code', async ({ act, code }) => {
    const { result } = await tryOut((conversation) => act(conversation, protocol), { protocol })
    expect({ code: result.code, passwordSent: result.passwordSent }).toEqual({ code, passwordSent: 'no' })
  })
})

describe('false alarms are failures too: it works', () => {
  test.concurrent.each([
    ['when a wildcard covers the first label', { dnsNames: ['*.example.test'] }],
    ['when the host is one name of many', { dnsNames: ['a.test', 'b.test', HOST] }],
    [
      'when the common name is another and the alternative name is right',
      { commonName: 'x', dnsNames: [HOST] },
    ],
    ['when the name is written in capitals', { dnsNames: [HOST.toUpperCase()] }],
    ['when the key is RSA', { key: 'rsa-2048' as const }],
    ['when the certificate ends within the hour', { notAfter: new Date(Date.now() + 3_000_000) }],
  ])('%s', async (_, order) => {
    const tls = await serverTls(order)
    const { result } = await tryOut(mailServer('imap', 'tls', tls), { protocol: 'imap' })
    expect(result.code).toBe('OK')
  })

  test.concurrent('when the server supports TLS 1.2 only', async () => {
    const tls = { ...(await serverTls()), maxVersion: 'TLSv1.2' } as const
    const { result } = await tryOut(mailServer('imap', 'tls', tls), { protocol: 'imap' })
    expect(result.code).toBe('OK')
  })

  test.concurrent('when an address is the host and the certificate names it', async () => {
    const tls = await serverTls({ dnsNames: [], ipAddresses: ['127.0.0.1'] })
    const { result } = await tryOut(mailServer('imap', 'tls', tls), { protocol: 'imap', host: '127.0.0.1' })
    expect(result.code).toBe('OK')
  })
})

describe('a certificate that is refused is shown all the same', () => {
  const certificateOf = async (tls: Awaited<ReturnType<typeof serverTls>>) => {
    const { result } = await tryOut(mailServer('imap', 'tls', tls), { protocol: 'imap' })
    const stage = result.evidence.stages.find((one) => one.stage === 'certificate')
    return { facts: stage?.facts.certificate, finding: result.findings[0] }
  }

  test('with the expected name and the names in it (33)', async () => {
    const { facts, finding } = await certificateOf(await serverTls({ dnsNames: ['a.test', 'b.test'] }))
    expect(facts?.dnsNames).toEqual(['a.test', 'b.test'])
    expect(finding?.facts).toMatchObject({ host: HOST, presented: 'a.test, b.test' })
  })

  test('with its issuer, its dates, its key and its fingerprint', async () => {
    const { facts } = await certificateOf(await serverTls({}, stranger))
    expect(facts).toMatchObject({
      issuer: 'Unknown Authority',
      publicKey: 'EC prime256v1',
      signature: 'ecdsa-with-SHA256',
      selfSigned: false,
    })
    expect(facts?.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  })

  test('and every reason is found, not only the first', async () => {
    const past = { notBefore: new Date(0), notAfter: new Date(1_000_000_000_000) }
    const tls = await authority.issueSelfSigned({ dnsNames: ['other.test'], ...past })
    const { result } = await tryOut(mailServer('imap', 'tls', tls), { protocol: 'imap' })
    const stage = result.evidence.stages.find((one) => one.stage === 'certificate')
    expect(stage?.status === 'failed' && stage.fault).toMatchObject({
      kind: 'certificate',
      problems: expect.arrayContaining(['name-mismatch', 'expired']),
    })
  })
})
