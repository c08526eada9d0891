import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { authority } from '../support/certificates.ts'
import { hasDovecot, startDovecot, type Dovecot, type RealUser } from '../support/real/dovecot.ts'
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

async function startWith(mechanisms: string, user: RealUser = ANNA): Promise<Dovecot> {
  const { certificate, key } = await authority.issue({ dnsNames: ['localhost'] })
  return startDovecot({ certificate, key, users: [user], mechanisms })
}

/** How most administrators keep passwords: SCRAM cannot be answered with it. */
const HASHED: RealUser = {
  ...ANNA,
  stored: `{SHA512.HEX}${createHash('sha512').update(ANNA.password).digest('hex')}`,
}

const methodsOf = ({ endpoints }: Awaited<ReturnType<typeof checkServers>>) =>
  endpoints.map(({ code, evidence }) => {
    const login = evidence.stages.find(({ stage }) => stage === 'login')
    return [code, login?.stage === 'login' ? login.facts.method : undefined]
  })

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

const EVERY = 'scram-sha-256 scram-sha-1 cram-md5 login plain'

describe.skipIf(!hasDovecot)(
  'Dovecot that announces every mechanism and keeps a hash without SCRAM keys',
  () => {
    let dovecot: Dovecot
    beforeAll(async () => {
      dovecot = await startWith(EVERY, HASHED)
    })
    afterAll(() => dovecot.stop())

    test('has the right password proved by PLAIN', async () => {
      const check = await checkServers(endpointsOf(dovecot), ANNA.password)
      expect(methodsOf(check)).toEqual([1, 2, 3].map(() => ['OK', 'plain']))
    })

    test('has it proved as well where the organisation wants SCRAM first', async () => {
      const change = { mechanismOrder: 'scram-first' } as const
      const check = await checkServers(endpointsOf(dovecot), ANNA.password, 'password', change)
      expect(methodsOf(check)).toEqual([1, 2, 3].map(() => ['OK', 'plain']))
    })

    test.each([0, 1, 2])('has a wrong one named at server %i', async (endpoint) => {
      const check = await checkServers(endpointsOf(dovecot).slice(endpoint, endpoint + 1), 'not it')
      expect(methodsOf(check)).toEqual([['AUTH_REJECTED', 'plain']])
    })
  },
)

test.skipIf(!hasDovecot)(
  'Dovecot that takes SCRAM alone and has no keys for it has compared nothing',
  async () => {
    const dovecot = await startWith('scram-sha-256', HASHED)
    const check = await checkServers(endpointsOf(dovecot), ANNA.password)
    await dovecot.stop()
    expect(check.endpoints.map(({ code }) => code)).toEqual([1, 2, 3].map(() => 'AUTH_MECHANISM'))
  },
)
