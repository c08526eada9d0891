import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { authority } from '../support/certificates.ts'
import { startDnsServer } from '../support/dns-server.ts'
import { JUDGE, LOGIN_HOST, startOAuthServer } from '../support/oauth/oauth-server.ts'
import { startDovecot } from '../support/real/dovecot.ts'
import { ANNA } from '../support/real/mail-pair.ts'

export interface OAuthTerminalWorld {
  /** The words of a check of Anna's mailbox at her domain's own sign-in server. */
  readonly check: readonly string[]
  /** How any command reaches this world. */
  readonly network: readonly string[]
  readonly stop: () => Promise<void>
}

/** A Dovecot that takes the tokens of a real OAuth server, and a name server that knows where that is. */
export async function startOAuthTerminalWorld(): Promise<OAuthTerminalWorld> {
  const certificate = await authority.issue({ dnsNames: [LOGIN_HOST, 'localhost'] })
  const login = await startOAuthServer({ certificate })
  const names = await startDnsServer(({ type, name }) =>
    type === 'A' && name === LOGIN_HOST ? [{ type: 'A', name, data: '127.0.0.1' }] : [],
  )
  const dovecot = await startDovecot({
    ...certificate,
    users: [ANNA],
    mechanisms: 'plain xoauth2',
    introspectionUrl: login.introspectionUrl,
    introspection: { client: JUDGE, authority: authority.certificate, nameAttribute: 'sub' },
  })
  const folder = await mkdtemp(join(tmpdir(), 'mailwright-oauth-'))
  const caFile = join(folder, 'ca.pem')
  await writeFile(caFile, authority.certificate)
  const imap = `localhost:${dovecot.ports.imaps}:tls`
  const network = ['--ca', caFile, '--dns', names.address, '--no-color']
  return {
    check: ['check', ANNA.name, '--imap', imap, '--issuer', login.issuer, ...network],
    network,
    stop: async () => {
      await dovecot.stop()
      await login.stop()
      await names.stop()
      await rm(folder, { recursive: true })
    },
  }
}
