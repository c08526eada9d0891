import { describe, expect, test } from 'vitest'
import { failingFirst, serviceLine, serviceLineText, utcText } from '#shared/report/service-line.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import { endpoint, failed, passed } from '../../renderer/wizard/samples.ts'
import { CERTIFICATE } from '#renderer/gallery/sample-path.ts'

const IMAP = endpoint('imap', 'imap.example.org:993:tls')
const AT = '2026-11-27T15:04:05.678Z'

const COURSE: readonly StageRecord[] = [
  passed('dns', 5, 10),
  {
    stage: 'connect',
    status: 'ok',
    startedMs: 10,
    endedMs: 40,
    facts: {
      attempts: [
        { address: '2001:db8::25', family: 6, outcome: 'unreachable' },
        { address: '192.0.2.25', family: 4, outcome: 'connected', tookMs: 29 },
      ],
    },
  },
  { stage: 'tls', status: 'ok', startedMs: 40, endedMs: 80, facts: { version: 'TLSv1.3', cipher: 'x' } },
  { stage: 'certificate', status: 'ok', startedMs: 80, endedMs: 80, facts: { certificate: CERTIFICATE } },
  { stage: 'login', status: 'ok', startedMs: 80, endedMs: 205.4, facts: { method: 'scram-sha-256' } },
]

describe('one service on one line', () => {
  test('has the addresses, the TLS version, the days of the certificate, the mechanism and the total', () => {
    const line = serviceLine({ endpoint: IMAP, stages: COURSE }, 'OK', AT)
    expect(line).toMatchObject({
      code: 'OK',
      tls: 'TLSv1.3',
      certificateDays: 33,
      mechanism: 'SCRAM-SHA-256',
    })
    expect(line.totalMs).toBeCloseTo(200.4)
    expect(serviceLineText(line, { endpoint: IMAP }, AT)).toBe(
      'IMAP | OK | imap.example.org:993:tls | 2001:db8::25 unreachable, 192.0.2.25 connected | TLSv1.3 | 33 d | SCRAM-SHA-256 | 200 ms | 2026-11-27 15:04:05Z',
    )
  })

  test('has a dash for all that was not seen', () => {
    const line = serviceLine({ endpoint: IMAP, stages: [failed('dns')] }, 'NET_DNS_NONE', null)
    expect(serviceLineText(line, { endpoint: IMAP }, null)).toBe(
      'IMAP | NET_DNS_NONE | imap.example.org:993:tls | – | – | – | – | 10 ms | –',
    )
  })

  test('has nothing to say before the first stage has ended', () => {
    expect(serviceLine({ endpoint: IMAP, stages: [] }, null, AT)).toEqual({
      code: null,
      attempts: [],
      tls: null,
      certificateDays: null,
      mechanism: null,
      totalMs: null,
    })
  })

  test.each([
    ['on its last day', '2026-11-28T15:04:05.000Z', 0],
    ['one day later', '2026-11-26T15:04:05.678Z', -1],
    ['after it has ended', '2026-11-20T00:00:00.000Z', -8],
  ])('counts whole days of a certificate %s', (_, validTo, days) => {
    const stages = COURSE.map((record): StageRecord =>
      record.stage === 'certificate'
        ? { ...record, facts: { certificate: { ...CERTIFICATE, validTo } } }
        : record,
    )
    expect(serviceLine({ endpoint: IMAP, stages }, 'OK', AT).certificateDays).toBe(days)
  })

  test('says the moment in UTC, to the second', () => {
    expect(utcText(AT)).toBe('2026-11-27 15:04:05Z')
  })
})

test('what fails comes first, and what is alike keeps its order', () => {
  const of = (name: string, verdict: 'ok' | 'warning' | 'failed' | 'skipped' | null) => ({
    name,
    result: verdict === null ? null : { verdict },
  })
  const services = [
    of('a', 'ok'),
    of('b', 'warning'),
    of('c', null),
    of('d', 'skipped'),
    of('e', 'failed'),
    of('f', 'failed'),
  ]
  expect(failingFirst(services).map(({ name }) => name)).toEqual(['e', 'f', 'd', 'c', 'b', 'a'])
})
