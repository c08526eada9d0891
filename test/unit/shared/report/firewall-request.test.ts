import { expect, test } from 'vitest'
import type { Code } from '#shared/finding/codes.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { firewallRequest } from '#shared/report/firewall-request.ts'
import type { PortReport } from '#shared/survey/port-report.ts'

const { t } = createTranslator('en')

function endpoint(port: number, code: Code, address = '192.0.2.25', host = 'smtp.example.org'): PortReport {
  return {
    endpoint: {
      protocol: 'smtp',
      host,
      port,
      security: port === 465 ? 'tls' : 'starttls',
    },
    address: { address, family: address.includes(':') ? 6 : 4 },
    state: code === 'OK' ? 'open' : 'silent',
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
      endpoint(587, 'NET_PORT_BLOCKED', '2001:db8::25'),
      endpoint(25, 'NET_PORT_BLOCKED'),
      endpoint(2525, 'NET_REFUSED'),
    ],
    t,
  )
  expect(request?.split('\n')).toContain(
    '- TCP smtp.example.org:587 (SMTP, starttls): 192.0.2.25, 2001:db8::25',
  )
  expect(request?.split('\n')).toContain('- TCP smtp.example.org:465 (SMTP, tls): 192.0.2.25')
  expect(request).not.toContain(':25 ')
  expect(request).not.toContain('2525')
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
  const request = firewallRequest(blocked, t) ?? ''
  expect(request.split('\n').filter((line) => line === '- 40.96.0.0/13')).toHaveLength(1)
  expect(request).toContain('https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges')
  expect(firewallRequest([endpoint(587, 'NET_PORT_BLOCKED')], t)).not.toContain('/13')
})
