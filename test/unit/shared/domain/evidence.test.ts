import { describe, expect, test } from 'vitest'
import type { CertificateFacts } from '#shared/domain/certificate.ts'
import { capabilitiesIn, certificateIn, failureIn, reached, type Trail } from '#shared/domain/evidence.ts'
import type { StageRecord } from '#shared/domain/stage.ts'

const times = { startedMs: 0, endedMs: 1 }
const certificate: CertificateFacts = {
  subject: 'mail.example.org',
  issuer: 'Example Authority',
  dnsNames: ['mail.example.org'],
  ipAddresses: [],
  validFrom: '2026-11-01T00:00:00.000Z',
  validTo: '2026-12-01T00:00:00.000Z',
  fingerprint: 'AB',
  publicKey: 'EC prime256v1',
  signature: 'ecdsa-with-SHA256',
  selfSigned: false,
  chain: [],
}
const dns: StageRecord = { stage: 'dns', status: 'ok', ...times, facts: {} }
const before: StageRecord = {
  stage: 'capabilities',
  status: 'ok',
  ...times,
  facts: { capabilities: ['STARTTLS'] },
}
const after: StageRecord = {
  stage: 'capabilities',
  status: 'ok',
  ...times,
  facts: { capabilities: ['AUTH PLAIN'] },
}
const refused: StageRecord = {
  stage: 'certificate',
  status: 'failed',
  ...times,
  facts: { certificate },
  fault: { kind: 'certificate', problems: ['expired'] },
}

function trail(...stages: readonly StageRecord[]): Trail {
  return { endpoint: { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls' }, stages }
}

describe('how far a probe came', () => {
  test('is told by its failure', () => {
    expect(failureIn(trail(dns, refused))).toBe(refused)
    expect(failureIn(trail(dns))).toBeNull()
    expect(failureIn(trail())).toBeNull()
  })

  test('is told by the stages that did not fail', () => {
    expect(reached(trail(dns, refused), 'dns')).toBe(true)
    expect(reached(trail(dns, refused), 'certificate')).toBe(false)
    expect(reached(trail(dns), 'connect')).toBe(false)
  })
})

describe('what a probe saw', () => {
  test('is the certificate, accepted or not', () => {
    expect(certificateIn(trail(dns, refused))).toBe(certificate)
    expect(certificateIn(trail(dns, { ...refused, facts: {} }))).toBeNull()
  })

  test('is what the server announced last', () => {
    expect(capabilitiesIn(trail(before, after))).toEqual(['AUTH PLAIN'])
    expect(capabilitiesIn(trail(before, { ...after, facts: {} }))).toEqual([])
    expect(capabilitiesIn(trail(dns))).toEqual([])
  })
})
