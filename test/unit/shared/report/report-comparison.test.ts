import { describe, expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/translator.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { comparisonLead, differenceLines } from '#shared/report/comparison-lines.ts'
import { compareReports, type ServiceDifference } from '#shared/report/report-comparison.ts'
import { CERTIFICATE } from '#renderer/gallery/sample-path.ts'
import { BLOCKED, REJECTED, reportWith, SEND_REFUSED, SENDING, WORKING } from './report-kit.ts'

const { t } = createTranslator('en')

function withStage(
  result: EndpointResult,
  stage: 'tls' | 'certificate' | 'connect',
  facts: object,
): EndpointResult {
  const stages = result.evidence.stages.map((record) =>
    record.stage === stage ? ({ ...record, facts: { ...record.facts, ...facts } } as typeof record) : record,
  )
  return { ...result, evidence: { ...result.evidence, stages } }
}

const later = { ...CERTIFICATE, fingerprint: 'AA', validTo: '2027-12-30T23:59:59.000Z' }

type Row = readonly [
  name: string,
  first: readonly EndpointResult[],
  second: readonly EndpointResult[],
  change: ServiceDifference['change'],
  lines: readonly string[],
]

const ROWS: readonly Row[] = [
  ['the same twice', [WORKING], [WORKING], 'same', []],
  [
    'a password that works by now',
    [REJECTED],
    [WORKING],
    'mended',
    [
      'Code: OK, before AUTH_REJECTED',
      'Reply: none, before Authentication failed for anna.',
      'Password sent: no, before yes',
    ],
  ],
  ['a network that blocks', [SENDING], [BLOCKED], 'broken', ['Code: NET_PORT_BLOCKED, before OK']],
  ['another cause', [BLOCKED], [SEND_REFUSED], 'different', ['Code: AUTH_REJECTED, before NET_PORT_BLOCKED']],
  ['a service that was added', [WORKING], [WORKING, SENDING], 'added', []],
  ['a service that was left out', [WORKING, SENDING], [WORKING], 'removed', []],
  [
    'another port',
    [WORKING],
    [{ ...WORKING, endpoint: { ...WORKING.endpoint, port: 143, security: 'starttls' } }],
    'same',
    ['Server: imap.example.org:143:starttls, before imap.example.org:993:tls'],
  ],
  [
    'another user name',
    [WORKING],
    [{ ...WORKING, userName: 'anna' }],
    'same',
    ['User name: anna, before anna@example.org'],
  ],
  [
    'a renewed certificate',
    [WORKING],
    [withStage(WORKING, 'certificate', { certificate: later })],
    'same',
    ['The certificate was renewed by the same authority. It is valid until December 30, 2027.'],
  ],
  [
    'older encryption',
    [WORKING],
    [withStage(WORKING, 'tls', { version: 'TLSv1.2' })],
    'same',
    ['The encryption is now TLSv1.2, before TLSv1.3.'],
  ],
  [
    'a proxy in between',
    [WORKING],
    [withStage(WORKING, 'connect', { proxy: 'proxy.example:3128' })],
    'same',
    ['Proxy: proxy.example:3128, before none'],
  ],
]

describe('two reports side by side', () => {
  test.each(ROWS)('%s', (_, first, second, change, lines) => {
    const { services } = compareReports(reportWith(first), reportWith(second))
    const told = services.find((one) => one.change !== 'same') ?? services.at(-1)
    if (told === undefined) throw new Error('nothing was compared')
    expect(told.change).toBe(change)
    const said = differenceLines(told, t)
    for (const line of lines) expect(said).toContain(line)
    if (lines.length === 0) expect(said).toEqual([])
  })
})

describe('what is said of both', () => {
  test.each([
    ['hotel', 'hotel', 'anywhere', 'Both were made in the same network.'],
    ['hotel', 'phone', 'anywhere', 'Whether both were made in the same network is not known.'],
    ['hotel', 'phone', 'one-run', 'They were made in different networks.'],
    ['', '', 'one-run', 'Whether both were made in the same network is not known.'],
  ] as const)('networks "%s" and "%s", from %s: %s', (one, other, from, words) => {
    const [first, second] = [
      reportWith([WORKING], { network: one }),
      reportWith([WORKING], { network: other }),
    ]
    expect(comparisonLead(compareReports(first, second, from), first, second, t)).toEqual([
      words,
      'Nothing is different.',
    ])
  })

  test('they are about different accounts', () => {
    const [first, second] = [reportWith([WORKING]), reportWith([WORKING], { address: 'bob@example.org' })]
    expect(comparisonLead(compareReports(first, second), first, second, t)[0]).toBe(
      'The reports are about different accounts: anna@example.org and bob@example.org.',
    )
  })
})
