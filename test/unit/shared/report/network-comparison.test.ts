import { describe, expect, test } from 'vitest'
import type { Code } from '#shared/finding/codes.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { comparisonRequest } from '#shared/report/firewall-request.ts'
import {
  compareNetworks,
  mendedServices,
  type ComparedService,
  type ComparisonVerdict,
} from '#shared/report/network-comparison.ts'

const PORTS: Readonly<Record<Protocol, number>> = { imap: 993, smtp: 587, pop3: 995 }

function ended(protocol: Protocol, code: Code, change: Partial<ServerEndpoint> = {}): EndpointResult {
  const endpoint: ServerEndpoint = {
    protocol,
    host: `${protocol}.example.org`,
    port: PORTS[protocol],
    security: 'tls',
    ...change,
  }
  const addresses = [{ address: '192.0.2.7', family: 4 as const }]
  const dns = { stage: 'dns', status: 'ok', startedMs: 0, endedMs: 1, facts: { addresses } } as const
  return {
    endpoint,
    userName: 'anna',
    signIn: 'password',
    verdict: code === 'OK' ? 'ok' : 'failed',
    code,
    passwordSent: 'no',
    evidence: { endpoint, stages: [dns], transcript: [], passwordSent: 'no' },
    alternatives: [],
    findings: [],
  }
}

type Row = readonly [
  name: string,
  before: readonly EndpointResult[],
  now: readonly EndpointResult[],
  verdict: ComparisonVerdict,
  changes: readonly ComparedService['change'][],
]

const ROWS: readonly Row[] = [
  [
    'what was blocked works here',
    [ended('imap', 'OK'), ended('smtp', 'NET_PORT_BLOCKED')],
    [ended('imap', 'OK'), ended('smtp', 'OK')],
    'network',
    ['same', 'mended'],
  ],
  [
    'it is blocked here as well',
    [ended('smtp', 'NET_TIMEOUT')],
    [ended('smtp', 'NET_TIMEOUT')],
    'not-the-network',
    ['same'],
  ],
  [
    'silence under another name is the same silence',
    [ended('smtp', 'NET_PORT_BLOCKED')],
    [ended('smtp', 'NET_TIMEOUT')],
    'not-the-network',
    ['same'],
  ],
  [
    'one is mended and one is not',
    [ended('imap', 'NET_TIMEOUT'), ended('smtp', 'NET_TIMEOUT')],
    [ended('imap', 'OK'), ended('smtp', 'NET_TIMEOUT')],
    'partly',
    ['mended', 'same'],
  ],
  [
    'it is reached here and fails later',
    [ended('imap', 'NET_CAPTIVE')],
    [ended('imap', 'AUTH_REJECTED')],
    'partly',
    ['different'],
  ],
  [
    'what worked is broken here',
    [ended('imap', 'OK'), ended('smtp', 'NET_TIMEOUT')],
    [ended('imap', 'NET_TIMEOUT'), ended('smtp', 'OK')],
    'network',
    ['broken', 'mended'],
  ],
]

describe('two networks side by side', () => {
  test.each(ROWS)('%s', (_, results, now, verdict, changes) => {
    const comparison = compareNetworks({ network: 'hotel', results }, 'phone', now)
    expect(comparison?.verdict).toBe(verdict)
    expect(comparison?.services.map(({ change }) => change)).toEqual(changes)
  })

  test('say nothing while this computer is still in the first', () => {
    const results = [ended('smtp', 'NET_TIMEOUT')]
    expect(compareNetworks({ network: 'hotel', results }, 'hotel', results)?.verdict).toBe('same-network')
  })

  test('say that it works even where the computer has not moved: the network has been mended', () => {
    const before = { network: 'hotel', results: [ended('smtp', 'NET_CAPTIVE')] }
    expect(compareNetworks(before, 'hotel', [ended('smtp', 'OK')])?.verdict).toBe('network')
  })

  test('are compared where networks cannot be told apart', () => {
    const results = [ended('smtp', 'NET_TIMEOUT')]
    expect(compareNetworks({ network: '', results }, '', results)?.verdict).toBe('not-the-network')
  })

  test('say nothing of a server that was exchanged in between', () => {
    const before = { network: 'hotel', results: [ended('smtp', 'NET_TIMEOUT')] }
    expect(compareNetworks(before, 'phone', [ended('smtp', 'OK', { port: 465 })])).toBeNull()
  })
})

test('the request that follows names the ports that were mended, and no address of a person', () => {
  const before = { network: 'hotel', results: [ended('imap', 'OK'), ended('smtp', 'NET_TIMEOUT')] }
  const comparison = compareNetworks(before, 'phone', [ended('imap', 'OK'), ended('smtp', 'OK')])
  const request =
    comparison === null ? '' : comparisonRequest(mendedServices(comparison), createTranslator('en').t).body
  expect(request).toContain('- TCP smtp.example.org:587 (SMTP, tls): 192.0.2.7')
  expect(request).not.toContain('imap.example.org')
  expect(request).not.toContain('anna')
})
