import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import type { ServerTls } from '#engine/practice/kit/conversation.ts'
import { mailServer } from '../support/behaviour.ts'
import { authority, goodTls, HOST, serverTls, stranger } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'

const DAY_MS = 86_400_000
const fingerprintOf = ({ certificate }: ServerTls) => new X509Certificate(certificate).fingerprint256
const selfSigned = await authority.issueSelfSigned({ dnsNames: [HOST] })
const unknown = await serverTls({}, stranger)

describe.each(PROTOCOLS)('%s', (protocol) => {
  test.each([
    ['is self-signed', selfSigned],
    ['comes from an unknown authority', unknown],
  ])('a certificate that %s is taken when its fingerprint was compared', async (_, tls) => {
    const options = { protocol, security: 'starttls', origin: 'typed', pin: fingerprintOf(tls) } as const
    const { result } = await tryOut(mailServer(protocol, 'starttls', tls), options)
    expect(result).toMatchObject({ code: 'OK', passwordSent: 'yes' })
  })

  test('another certificate than the compared one is not taken', async () => {
    const options = { protocol, origin: 'typed', pin: fingerprintOf(unknown) } as const
    const { result } = await tryOut(mailServer(protocol, 'tls', selfSigned), options)
    expect(result).toMatchObject({ code: 'TLS_UNTRUSTED', passwordSent: 'no' })
  })
})

test.each([
  ['names another host', { dnsNames: ['other.example.test'] }, 'TLS_NAME'],
  [
    'has expired',
    { notBefore: new Date(Date.now() - 9 * DAY_MS), notAfter: new Date(Date.now() - DAY_MS) },
    'TLS_EXPIRED',
  ],
  [
    'is not valid yet',
    { notBefore: new Date(Date.now() + DAY_MS), notAfter: new Date(Date.now() + 9 * DAY_MS) },
    'TLS_CLOCK',
  ],
])('a compared certificate that %s is not taken all the same', async (_, order, code) => {
  const tls = await authority.issueSelfSigned({ dnsNames: [HOST], ...order })
  const options = { protocol: 'imap', origin: 'typed', pin: fingerprintOf(tls) } as const
  const { result } = await tryOut(mailServer('imap', 'tls', tls), options)
  expect(result).toMatchObject({ code, passwordSent: 'no' })
})

test('a server whose certificate is trusted needs no exception, and has none taken away', async () => {
  const options = { protocol: 'smtp', origin: 'typed', pin: fingerprintOf(unknown) } as const
  const { result } = await tryOut(mailServer('smtp', 'tls', goodTls), options)
  expect(result).toMatchObject({ code: 'OK' })
})

test('an exception for a server that was found is refused', () => {
  const endpoint = { protocol: 'imap', host: HOST, port: 993, security: 'tls' } as const
  expect(confirmService(endpoint, 'anna', { origin: 'found', pin: fingerprintOf(unknown) })).toEqual({
    ok: false,
    error: 'CFG_INVALID',
  })
})

test.each([
  ['typed', unknown, true],
  ['found', unknown, false],
] as const)('for a server that was %s the exception is offered: %s', async (origin, tls, isOffered) => {
  const { result } = await tryOut(mailServer('pop3', 'tls', tls), { protocol: 'pop3', origin })
  const offered = result.findings[0]?.actions.find(({ kind }) => kind === 'trust-certificate')
  expect(offered).toEqual(
    isOffered ? { kind: 'trust-certificate', fingerprint: fingerprintOf(tls) } : undefined,
  )
})
