import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { hasDovecot } from '../support/real/dovecot.ts'
import { ANNA, startMailPair, type MailPair } from '../support/real/mail-pair.ts'
import { hasPostfix } from '../support/real/postfix.ts'
import { checkServers } from './check-servers.ts'

const NAMES = [
  'IMAP with TLS',
  'IMAP with STARTTLS',
  'POP3 with TLS',
  'POP3 with STARTTLS',
  'Dovecot submission with TLS',
  'Dovecot submission with STARTTLS',
  'Postfix submission with TLS',
  'Postfix submission with STARTTLS',
] as const

function endpointsOf({
  dovecot,
  postfix,
}: MailPair): Readonly<Record<(typeof NAMES)[number], ServerEndpoint>> {
  const on = (
    protocol: ServerEndpoint['protocol'],
    port: number,
    security: ServerEndpoint['security'],
  ): ServerEndpoint => ({ protocol, host: 'localhost', port, security })
  return {
    'IMAP with TLS': on('imap', dovecot.ports.imaps, 'tls'),
    'IMAP with STARTTLS': on('imap', dovecot.ports.imap, 'starttls'),
    'POP3 with TLS': on('pop3', dovecot.ports.pop3s, 'tls'),
    'POP3 with STARTTLS': on('pop3', dovecot.ports.pop3, 'starttls'),
    'Dovecot submission with TLS': on('smtp', dovecot.ports.submissions, 'tls'),
    'Dovecot submission with STARTTLS': on('smtp', dovecot.ports.submission, 'starttls'),
    'Postfix submission with TLS': on('smtp', postfix.ports.submissions, 'tls'),
    'Postfix submission with STARTTLS': on('smtp', postfix.ports.submission, 'starttls'),
  }
}

describe.skipIf(!hasDovecot || !hasPostfix)('real Dovecot and Postfix', () => {
  let pair: MailPair
  beforeAll(async () => {
    pair = await startMailPair()
  })
  afterAll(() => pair.stop())

  const three = () => {
    const realEndpoints = endpointsOf(pair)
    return [
      realEndpoints['Postfix submission with TLS'],
      realEndpoints['IMAP with TLS'],
      realEndpoints['POP3 with TLS'],
    ]
  }

  test.each(NAMES)('%s is proved with the right password', async (name) => {
    const result = await checkServers([endpointsOf(pair)[name]], ANNA.password)
    expect(result.endpoints[0]).toMatchObject({ verdict: 'ok', code: 'OK', passwordSent: 'yes' })
  })

  test.each(NAMES)('%s rejects a wrong password in one attempt', async (name) => {
    const result = await checkServers([endpointsOf(pair)[name]], 'not it')
    expect(result.endpoints[0]).toMatchObject({
      verdict: 'failed',
      code: 'AUTH_REJECTED',
      passwordSent: 'yes',
    })
    const secrets = result.endpoints[0]?.evidence.transcript.filter(({ text }) => text.includes('[password]'))
    expect(secrets).toHaveLength(1)
  })

  test('the three services are proved side by side', async () => {
    expect(await checkServers(three(), ANNA.password)).toMatchObject({ verdict: 'ok' })
  })

  test('a wrong password reaches one server, the sister services do not even try', async () => {
    const { endpoints } = await checkServers(three(), 'not it')
    expect(endpoints.map(({ code }) => code)).toEqual(['AUTH_REJECTED', 'AUTH_REJECTED', 'AUTH_REJECTED'])
    expect(endpoints.filter(({ passwordSent }) => passwordSent === 'yes')).toHaveLength(1)
  })
})
