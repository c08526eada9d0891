import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { authority } from '../support/certificates.ts'
import { hasDovecot, startDovecot, type Dovecot } from '../support/real/dovecot.ts'
import { ANNA } from '../support/real/mail-pair.ts'
import { checkServers } from './check-servers.ts'

/** What Dovecot calls them, and what we report. APOP is its own command and counts as an encrypted password. */
const MECHANISMS = [
  ['plain', 'plain'],
  ['login', 'login'],
  ['cram-md5', 'cram-md5'],
  ['scram-sha-1', 'scram-sha-1'],
  ['scram-sha-256', 'scram-sha-256'],
] as const

const endpointsOf = ({ ports }: Dovecot): readonly ServerEndpoint[] => [
  { protocol: 'smtp', host: 'localhost', port: ports.submissions, security: 'tls' },
  { protocol: 'imap', host: 'localhost', port: ports.imap, security: 'starttls' },
  { protocol: 'pop3', host: 'localhost', port: ports.pop3s, security: 'tls' },
]

async function startWith(mechanism: string): Promise<Dovecot> {
  const { certificate, key } = await authority.issue({ dnsNames: ['localhost'] })
  return startDovecot({ certificate, key, users: [ANNA], mechanisms: mechanism })
}

describe.skipIf(!hasDovecot).each(MECHANISMS)('Dovecot that offers only %s', (mechanism, method) => {
  let dovecot: Dovecot
  beforeAll(async () => {
    dovecot = await startWith(mechanism)
  })
  afterAll(() => dovecot.stop())

  test('accepts the right password over all three protocols', async () => {
    const { endpoints } = await checkServers(endpointsOf(dovecot), ANNA.password)
    expect(endpoints.map(({ code }) => code)).toEqual(['OK', 'OK', 'OK'])
    const logins = endpoints.map(({ evidence }) => evidence.stages.find(({ stage }) => stage === 'login'))
    expect(logins.map((login) => login?.facts)).toEqual(
      [1, 2, 3].map(() => ({ method, userName: ANNA.name })),
    )
  })

  test.each([0, 1, 2])('refuses a wrong password at server %i as a wrong password', async (endpoint) => {
    const { endpoints } = await checkServers(endpointsOf(dovecot).slice(endpoint, endpoint + 1), 'not it')
    expect(endpoints.map(({ code }) => code)).toEqual(['AUTH_REJECTED'])
  })
})

describe.skipIf(!hasDovecot)('Dovecot that offers only APOP', () => {
  test('takes it inside TLS, and a wrong password is a wrong password', async () => {
    const dovecot = await startWith('apop')
    const endpoint = endpointsOf(dovecot).slice(2)
    const [right, wrong] = [
      await checkServers(endpoint, ANNA.password),
      await checkServers(endpoint, 'not it'),
    ]
    await dovecot.stop()
    expect([right, wrong].map(({ endpoints }) => endpoints[0]?.code)).toEqual(['OK', 'AUTH_REJECTED'])
    const said = right.endpoints.flatMap(({ evidence }) => evidence.transcript.map(({ text }) => text))
    expect(said).toContain(`APOP ${ANNA.name} [password]`)
  })
})
