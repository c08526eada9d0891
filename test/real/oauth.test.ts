import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { startOAuthMail, type OAuthMail } from '../support/oauth/oauth-mail.ts'
import { Person } from '../support/oauth/person.ts'
import { jobAt, onPage, runSignIn } from '../support/oauth/sign-in-bench.ts'
import { hasDovecot } from '../support/real/dovecot.ts'
import { ANNA } from '../support/real/mail-pair.ts'
import { checkServers } from './check-servers.ts'

const MECHANISMS = ['xoauth2', 'oauthbearer'] as const

describe.skipIf(!hasDovecot).each(MECHANISMS)(
  'a token of a real sign-in server, at a Dovecot that takes %s',
  (mechanism) => {
    let world: OAuthMail
    beforeAll(async () => {
      world = await startOAuthMail(mechanism)
    })
    afterAll(() => world.stop())

    const realEndpoints = (): readonly ServerEndpoint[] => {
      const { submission, imaps, pop3 } = world.dovecot.ports
      return [
        { protocol: 'smtp', host: 'localhost', port: submission, security: 'starttls' },
        { protocol: 'imap', host: 'localhost', port: imaps, security: 'tls' },
        { protocol: 'pop3', host: 'localhost', port: pop3, security: 'starttls' },
      ]
    }

    test('opens the mailbox over all three protocols', async () => {
      const { endpoints } = await checkServers(realEndpoints(), await tokenOf(world, ANNA.name), 'token')
      expect(endpoints.map(({ code }) => code)).toEqual(['OK', 'OK', 'OK'])
      const logins = endpoints.map(({ evidence }) => evidence.stages.find(({ stage }) => stage === 'login'))
      expect(logins.map((login) => login?.facts)).toMatchObject([1, 2, 3].map(() => ({ method: mechanism })))
    })

    test('does not open the mailbox of another user', async () => {
      const token = await tokenOf(world, 'bob@example.test')
      const { endpoints } = await checkServers(realEndpoints(), token, 'token')
      expect(new Set(endpoints.map(({ code }) => code))).toEqual(new Set(['AUTH_TOKEN_REJECTED']))
    })

    test('opens nothing once the server has taken it back', async () => {
      const token = await tokenOf(world, ANNA.name)
      const known = await world.login.provider.AccessToken.find(token)
      await known?.destroy()
      const { endpoints } = await checkServers(realEndpoints(), token, 'token')
      expect(new Set(endpoints.map(({ code }) => code))).toEqual(new Set(['AUTH_TOKEN_REJECTED']))
    })
  },
)

/** The token that a user gets who signs in under this name. */
async function tokenOf({ login }: OAuthMail, name: string): Promise<string> {
  const { grant } = await runSignIn(
    'browser',
    jobAt(login.issuer, { userNames: [name] }),
    onPage((url) => new Person().signIn(url, name)),
  )
  if (!grant.ok) throw new Error(JSON.stringify(grant.error))
  return grant.value.accessToken.reveal()
}
