import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { authority } from '../support/certificates.ts'
import { startIntrospectionServer, type IntrospectionServer } from '../support/introspection-server.ts'
import { hasDovecot, startDovecot, type Dovecot } from '../support/real/dovecot.ts'
import { ANNA } from '../support/real/mail-pair.ts'
import { checkServers } from './check-servers.ts'

const TOKEN = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl'
const OTHER = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJib2IifQ.c2lnbmF0dXJl'

describe.skipIf(!hasDovecot).each(['xoauth2', 'oauthbearer'] as const)(
  'Dovecot that takes %s',
  (mechanism) => {
    let dovecot: Dovecot
    let judge: IntrospectionServer
    let realEndpoints: readonly ServerEndpoint[]
    beforeAll(async () => {
      judge = await startIntrospectionServer({
        [TOKEN]: { username: ANNA.name },
        [OTHER]: { username: 'bob@example.test' },
      })
      const { certificate, key } = await authority.issue({ dnsNames: ['localhost'] })
      const options = { certificate, key, users: [ANNA], introspectionUrl: judge.url }
      dovecot = await startDovecot({ ...options, mechanisms: `plain ${mechanism}` })
      const { ports } = dovecot
      realEndpoints = [
        { protocol: 'smtp', host: 'localhost', port: ports.submission, security: 'starttls' },
        { protocol: 'imap', host: 'localhost', port: ports.imaps, security: 'tls' },
        { protocol: 'pop3', host: 'localhost', port: ports.pop3, security: 'starttls' },
      ]
    })
    afterAll(async () => {
      await dovecot.stop()
      await judge.stop()
    })

    test('accepts a good token over all three protocols', async () => {
      const { endpoints } = await checkServers(realEndpoints, TOKEN, 'token')
      expect(endpoints.map(({ code }) => code)).toEqual(['OK', 'OK', 'OK'])
      const logins = endpoints.map(({ evidence }) => evidence.stages.find(({ stage }) => stage === 'login'))
      expect(logins.map((login) => login?.facts)).toMatchObject([1, 2, 3].map(() => ({ method: mechanism })))
    })

    test.each([
      ['an expired token', 'expired'],
      ["another account's token", OTHER],
    ])('refuses %s, and the exchange is ended as the protocol demands', async (_, token) => {
      for (const endpoint of realEndpoints) {
        const { endpoints } = await checkServers([endpoint], token, 'token')
        expect(endpoints.map(({ code }) => code)).toEqual(['AUTH_TOKEN_REJECTED'])
      }
    })

    test('is asked about each token by the server, not by us', () => {
      expect(judge.questions()).toBeGreaterThan(0)
    })
  },
)
