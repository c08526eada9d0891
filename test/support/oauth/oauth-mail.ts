import { authority } from '../certificates.ts'
import { startDovecot, type Dovecot } from '../real/dovecot.ts'
import { ANNA } from '../real/mail-pair.ts'
import { JUDGE, LOGIN_HOST, startOAuthServer, type TestOAuthServer } from './oauth-server.ts'

export interface OAuthMail {
  readonly login: TestOAuthServer
  readonly dovecot: Dovecot
  readonly stop: () => Promise<void>
}

/** A real Dovecot that asks a real sign-in server about every token. */
export async function startOAuthMail(mechanism: 'xoauth2' | 'oauthbearer'): Promise<OAuthMail> {
  const certificate = await authority.issue({ dnsNames: [LOGIN_HOST, 'localhost'] })
  const login = await startOAuthServer({ certificate })
  const dovecot = await startDovecot({
    ...certificate,
    users: [ANNA],
    mechanisms: `plain ${mechanism}`,
    introspectionUrl: login.introspectionUrl,
    introspection: { client: JUDGE, authority: authority.certificate, nameAttribute: 'sub' },
  })
  return {
    login,
    dovecot,
    stop: async () => {
      await dovecot.stop()
      await login.stop()
    },
  }
}
