import { expect, test } from 'vitest'
import type { Code } from '#shared/diagnosis/codes.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { firewallRequest } from '#shared/report/firewall-request.ts'
import type { DoorReport } from '#shared/survey/door-report.ts'

const { t } = createTranslator('en')

function door(port: number, code: Code, address = '192.0.2.25'): DoorReport {
  return {
    endpoint: {
      protocol: 'smtp',
      host: 'smtp.example.org',
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

test('the request names what is swallowed, over which addresses, and what is open', () => {
  const request = firewallRequest(
    [
      door(465, 'OK'),
      door(587, 'NET_PORT_BLOCKED'),
      door(587, 'NET_PORT_BLOCKED', '2001:db8::25'),
      door(25, 'NET_PORT_BLOCKED'),
      door(2525, 'NET_REFUSED'),
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

test.each<readonly [string, readonly DoorReport[]]>([
  ['everything is open', [door(465, 'OK')]],
  ['the host answers nowhere', [door(587, 'NET_TIMEOUT')]],
  ['only the door between servers is swallowed', [door(465, 'OK'), door(25, 'NET_PORT_BLOCKED')]],
])('nobody is asked for anything where %s', (_, reports) => {
  expect(firewallRequest(reports, t)).toBeNull()
})
