import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CertificateFacts, CertificateProblem } from '#shared/domain/certificate.ts'
import { namesHost } from '#shared/domain/name-check.ts'
import { createCertificateAuthority, type CertificateOrder } from '#engine/practice/certificate-authority.ts'
import { certificateFacts, certificateProblems } from '#engine/tls/certificate-facts.ts'

const HOST = 'mail.example.org'
const DAY_MS = 86_400_000
const authority = await createCertificateAuthority('Unit Test Authority')

async function factsOf(order: Partial<CertificateOrder> = {}): Promise<CertificateFacts> {
  const { certificate } = await authority.issue({ dnsNames: [HOST], ...order })
  return certificateFacts(new X509Certificate(certificate))
}

const good: CertificateFacts = {
  subject: HOST,
  issuer: 'Unit Test Authority',
  dnsNames: [HOST],
  ipAddresses: [],
  validFrom: '2026-11-01T00:00:00.000Z',
  validTo: '2026-12-01T00:00:00.000Z',
  fingerprint: 'AB',
  publicKey: 'EC prime256v1',
  signature: 'ecdsa-with-SHA256',
  selfSigned: false,
  chain: [],
}

const NOON = new Date('2026-11-20T12:00:00Z')
const problemsOf = (change: Partial<CertificateFacts>, code: string | null = null, host = HOST, now = NOON) =>
  certificateProblems({ ...good, ...change }, host, now, code)

describe('what path validation says', () => {
  test.each<readonly [string | null, readonly CertificateProblem[]]>([
    [null, []],
    ['CERT_HAS_EXPIRED', ['expired']],
    ['CERT_NOT_YET_VALID', ['not-yet-valid']],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', ['self-signed']],
    ['SELF_SIGNED_CERT_IN_CHAIN', ['unknown-issuer']],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', ['unknown-issuer']],
    ['UNABLE_TO_GET_ISSUER_CERT', ['unknown-issuer']],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', ['unknown-issuer']],
    ['CERT_UNTRUSTED', ['unknown-issuer']],
    ['CERT_REVOKED', ['revoked']],
    ['EE_KEY_TOO_SMALL', ['weak-key']],
    ['CA_KEY_TOO_SMALL', ['weak-key']],
    ['CA_MD_TOO_WEAK', ['weak-key']],
    ['INVALID_PURPOSE', ['unusable']],
    ['CERT_SIGNATURE_FAILURE', ['unusable']],
    ['CERT_REJECTED', ['unusable']],
    ['ERR_TLS_CERT_ALTNAME_INVALID', []],
    ['HOSTNAME_MISMATCH', []],
    ['SOMETHING_NEW', ['unknown-issuer']],
  ])('%s means %j', (code, problems) => {
    expect(problemsOf({}, code)).toEqual(problems)
  })
})

describe('what the certificate itself says', () => {
  test('nothing is wrong with a good one', () => {
    expect(problemsOf({})).toEqual([])
  })

  test.each<readonly [string, Partial<CertificateFacts>, readonly CertificateProblem[]]>([
    ['another name', { dnsNames: ['mail.example.net'] }, ['name-mismatch']],
    ['a name in the subject alone', { subject: HOST, dnsNames: [] }, ['name-mismatch']],
    ['an end in the past', { validTo: '2026-11-20T11:59:59.000Z' }, ['expired']],
    ['an end at this very moment', { validTo: '2026-11-20T12:00:00.000Z' }, []],
    ['a beginning in the future', { validFrom: '2026-11-20T12:00:01.000Z' }, ['not-yet-valid']],
    ['a beginning at this very moment', { validFrom: '2026-11-20T12:00:00.000Z' }, []],
  ])('%s', (_, change, problems) => {
    expect(problemsOf(change)).toEqual(problems)
  })

  test('all that is wrong is listed, each once', () => {
    const change = { dnsNames: [], validTo: '2026-11-02T00:00:00.000Z' }
    expect(problemsOf(change, 'CERT_HAS_EXPIRED')).toEqual(['name-mismatch', 'expired'])
    expect(problemsOf(change, 'DEPTH_ZERO_SELF_SIGNED_CERT')).toEqual([
      'name-mismatch',
      'expired',
      'self-signed',
    ])
  })

  test('an address is looked for among the addresses', () => {
    expect(problemsOf({ ipAddresses: ['2001:db8:0:0:0:0:0:1'] }, null, '2001:db8::1')).toEqual([])
    expect(problemsOf({ dnsNames: ['192.0.2.1'] }, null, '192.0.2.1')).toEqual(['name-mismatch'])
  })
})

describe('a certificate becomes plain data', () => {
  test('names, dates, key and authority', async () => {
    const notBefore = new Date('2026-11-01T00:00:00Z')
    const notAfter = new Date('2027-02-03T04:05:06Z')
    const facts = await factsOf({
      dnsNames: [HOST, '*.Example.ORG'],
      ipAddresses: ['192.0.2.1', '2001:db8::1'],
      notBefore,
      notAfter,
    })
    expect(facts).toMatchObject({
      subject: HOST,
      issuer: 'Unit Test Authority',
      dnsNames: [HOST, '*.example.org'],
      validFrom: notBefore.toISOString(),
      validTo: notAfter.toISOString(),
      publicKey: 'EC prime256v1',
      signature: 'ecdsa-with-SHA256',
      selfSigned: false,
    })
    expect(facts.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
    expect(namesHost(facts, '192.0.2.1') && namesHost(facts, '2001:db8::1')).toBe(true)
  })

  test('the common name is shown and is no name', async () => {
    const facts = await factsOf({ dnsNames: [], commonName: HOST })
    expect(facts).toMatchObject({ subject: HOST, dnsNames: [], ipAddresses: [] })
    expect(certificateProblems(facts, HOST, new Date(), null)).toEqual(['name-mismatch'])
  })

  test('a self-signed one is known as such', async () => {
    const { certificate } = await authority.issueSelfSigned({ dnsNames: [HOST] })
    expect(certificateFacts(new X509Certificate(certificate)).selfSigned).toBe(true)
  })

  test('the size of an RSA key is told', async () => {
    expect((await factsOf({ key: 'rsa-2048' })).publicKey).toBe('RSA 2048')
  })

  test('nothing of it is anything but data', async () => {
    const facts = await factsOf()
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
  })

  test('a date is judged by the clock that is given', async () => {
    const facts = await factsOf()
    const inAYear = new Date(Date.now() + 365 * DAY_MS)
    const aYearAgo = new Date(Date.now() - 365 * DAY_MS)
    expect(certificateProblems(facts, HOST, inAYear, null)).toEqual(['expired'])
    expect(certificateProblems(facts, HOST, aYearAgo, null)).toEqual(['not-yet-valid'])
  })
})

describe('a hostile certificate', () => {
  test.each([
    ['two names in one entry (CVE-2021-44532)', [`evil.example, DNS:${HOST}`]],
    ['a quote and a second name', [`evil.example", DNS:${HOST}, "x`]],
    ['a quoted name', [`"${HOST}"`]],
    ['a line break and a second name', [`evil.example\nDNS:${HOST}`]],
    ['a NUL after the name', [`${HOST}\0.evil.example`]],
    ['a backslash before the quote', [`evil.example\\", DNS:${HOST}`]],
  ])('cannot pass off %s', async (_, dnsNames) => {
    expect(namesHost(await factsOf({ dnsNames }), HOST)).toBe(false)
  })

  test('keeps its good names beside a bad one', async () => {
    const facts = await factsOf({ dnsNames: ['evil.example, DNS:victim.example', HOST] })
    expect(facts.dnsNames).toEqual([HOST])
  })

  test('cannot fill the memory with names', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `host${index}.example.org`)
    expect((await factsOf({ dnsNames: names })).dnsNames.length).toBe(100)
  })
})
