import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { authority } from '../support/certificates.ts'
import { JUDGE, LOGIN_HOST, startOAuthServer, type TestOAuthServer } from '../support/oauth/oauth-server.ts'
import { Person } from '../support/oauth/person.ts'
import { jobAt, onPage, runSignIn } from '../support/oauth/sign-in-bench.ts'
import { hasDovecot, startDovecot, type Dovecot } from '../support/real/dovecot.ts'
import { ANNA } from '../support/real/mail-pair.ts'
import { checkServers } from './check-servers.ts'

describe.skipIf(!hasDovecot).each(['xoauth2', 'oauthbearer'] as const)(
  'a token of a real sign-in server, at a Dovecot that takes %s',
  (mechanism) => {
    let dovecot: Dovecot
    let login: TestOAuthServer
    let doors: readonly ServerEndpoint[]
    beforeAll(async () => {
      const certificate = await authority.issue({ dnsNames: [LOGIN_HOST, 'localhost'] })
      login = await startOAuthServer({ certificate })
      dovecot = await startDovecot({
        ...certificate,
        users: [ANNA],
        mechanisms: `plain ${mechanism}`,
        introspectionUrl: login.introspectionUrl,
        introspection: { client: JUDGE, authority: authority.certificate, nameAttribute: 'sub' },
      })
      const { ports } = dovecot
      doors = [
        { protocol: 'smtp', host: 'localhost', port: ports.submission, security: 'starttls' },
        { protocol: 'imap', host: 'localhost', port: ports.imaps, security: 'tls' },
        { protocol: 'pop3', host: 'localhost', port: ports.pop3, security: 'starttls' },
      ]
    })
    afterAll(async () => {
      await dovecot.stop()
      await login.stop()
    })

    const signInAs = async (name: string, userNames: readonly string[] = []) => {
      const { grant } = await runSignIn(
        'browser',
        jobAt(login.issuer, { userNames }),
        onPage((url) => new Person().signIn(url, name)),
      )
      if (!grant.ok) throw new Error(JSON.stringify(grant.error))
      return grant.value.accessToken.reveal()
    }

    test('opens the mailbox over all three protocols', async () => {
      const { endpoints } = await checkServers(doors, await signInAs(ANNA.name), 'token')
      expect(endpoints.map(({ code }) => code)).toEqual(['OK', 'OK', 'OK'])
      const logins = endpoints.map(({ evidence }) => evidence.stages.find(({ stage }) => stage === 'login'))
      expect(logins.map((record) => record?.facts)).toMatchObject(
        [1, 2, 3].map(() => ({ method: mechanism })),
      )
    })

    test("does not open somebody else's", async () => {
      const token = await signInAs('bob@example.test', ['bob@example.test'])
      const { endpoints } = await checkServers(doors, token, 'token')
      expect(endpoints.map(({ code }) => code)).toEqual([1, 2, 3].map(() => 'AUTH_TOKEN_REJECTED'))
    })

    test('opens nothing once the server has taken it back', async () => {
      const token = await signInAs(ANNA.name)
      const found = await login.provider.AccessToken.find(token)
      await found?.destroy()
      const { endpoints } = await checkServers(doors, token, 'token')
      expect(endpoints.map(({ code }) => code)).toEqual([1, 2, 3].map(() => 'AUTH_TOKEN_REJECTED'))
    })
  },
)
