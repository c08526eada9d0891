import { describe, expect, test } from 'vitest'
import type { Evidence } from '#shared/domain/evidence.ts'
import type { ConnectAttempt, IpAddress, StageRecord } from '#shared/domain/stage.ts'
import type { Code } from '#shared/finding/codes.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { firewallRequest, portRequest } from '#shared/report/firewall-request.ts'
import type { PortReport } from '#shared/survey/port-report.ts'

const { t } = createTranslator('en')

const STATES: Readonly<Partial<Record<Code, PortReport['state']>>> = { OK: 'open', NET_REFUSED: 'refused' }

function endpoint(port: number, code: Code, address = '192.0.2.25', host = 'smtp.example.org'): PortReport {
  return {
    endpoint: {
      protocol: 'smtp',
      host,
      port,
      security: port === 465 ? 'tls' : 'starttls',
    },
    address: { address, family: address.includes(':') ? 6 : 4 },
    state: STATES[code] ?? 'silent',
    code,
    finding: null,
    tls: null,
    certificate: null,
    durationMs: 1,
  }
}

test('the request names what is blocked, over which addresses, and what is open', () => {
  const request = firewallRequest(
    [
      endpoint(465, 'OK'),
      endpoint(587, 'NET_PORT_BLOCKED'),
      endpoint(587, 'NET_REFUSED', '2001:db8::25'),
      endpoint(25, 'NET_PORT_BLOCKED'),
      endpoint(2525, 'NET_REFUSED'),
    ],
    t,
    '2026-11-27T14:03:09.120Z',
  )
  expect(request?.subject).toBe('Please open port 587 for mail')
  expect(request?.body.split('\n')).toContain('Time: 2026-11-27 14:03:09 UTC')
  expect(request?.body.split('\n')).toContain(
    '- TCP smtp.example.org:587 (SMTP, starttls): 192.0.2.25 (no answer, packets are dropped), 2001:db8::25 (connection refused)',
  )
  expect(request?.body.split('\n')).toContain('- TCP smtp.example.org:465 (SMTP, tls): 192.0.2.25')
  expect(request?.body).not.toContain('org:25 ')
  expect(request?.body).not.toContain('2525')
})

test.each<readonly [string, readonly PortReport[]]>([
  ['everything is open', [endpoint(465, 'OK')]],
  ['the host answers nowhere', [endpoint(587, 'NET_TIMEOUT')]],
  ['only the port between servers is blocked', [endpoint(465, 'OK'), endpoint(25, 'NET_PORT_BLOCKED')]],
])('there is no request where %s', (_, reports) => {
  expect(firewallRequest(reports, t)).toBeNull()
})

test('where the provider publishes its networks they are named, once', () => {
  const host = 'smtp.office365.com'
  const blocked = [
    endpoint(587, 'NET_PORT_BLOCKED', '40.96.1.2', host),
    endpoint(587, 'NET_PORT_BLOCKED', '2603:1006::2', host),
  ]
  const request = firewallRequest(blocked, t)?.body ?? ''
  expect(request.split('\n').filter((line) => line === '- 40.96.0.0/13')).toHaveLength(1)
  expect(request).toContain('https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges')
  expect(firewallRequest([endpoint(587, 'NET_PORT_BLOCKED')], t)?.body).not.toContain('/13')
})

describe('the request about one service says of each address what came of it', () => {
  const record = (stage: 'dns' | 'connect', facts: object, ending: object = { status: 'ok' }) =>
    ({ stage, startedMs: 0, endedMs: 1, facts, ...ending }) as StageRecord
  const trailOf = (
    port: number,
    attempts: readonly ConnectAttempt[],
    addresses: readonly IpAddress[] = attempts,
    ending: object = { status: 'failed', fault: { kind: 'timeout', limitMs: 8_000 } },
  ): Evidence => ({
    endpoint: { protocol: 'smtp', host: 'smtp.example.org', port, security: 'starttls' },
    stages: [record('dns', { addresses }), record('connect', { attempts }, ending)],
    passwordSent: 'no',
    transcript: [],
  })
  const silent = { address: '192.0.2.1', family: 4, outcome: 'no-answer' } as const
  const refusing = { address: '192.0.2.2', family: 4, outcome: 'refused' } as const
  const late = { address: '2001:db8::3', family: 6 } as const

  test('dropped, refused, not tried', () => {
    const evidence = trailOf(587, [silent, refusing], [silent, refusing, late])
    const lines = portRequest({ evidence, alternatives: [] }, t).body.split('\n')
    expect(lines).toContain(
      '- TCP smtp.example.org:587 (SMTP, starttls): 192.0.2.1 (no answer, packets are dropped), ' +
        '192.0.2.2 (connection refused), 2001:db8::3 (not tried)',
    )
  })

  test('only an address that was connected to is called open', () => {
    const connected = { ...refusing, outcome: 'connected' } as const
    const open = trailOf(2525, [silent, connected], [silent, connected, late], { status: 'ok' })
    const lines = portRequest({ evidence: trailOf(587, [silent]), alternatives: [open] }, t).body.split('\n')
    expect(lines).toContain('- TCP smtp.example.org:2525 (SMTP, starttls): 192.0.2.2')
  })
})
