import { knownIssuer } from '#shared/catalogue/oauth/issuers.ts'
import type { FinishedService, FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { blocks, narrows, when } from '#shared/exporters/limits.ts'
import { hashComments, isPlain, lines } from '#shared/exporters/quoting.ts'

/** Local ports above those of mail, as its own example has them. */
const LOCAL = { imap: 'IMAP-1993', pop3: 'POP-1995', smtp: 'SMTP-1587' } as const

/**
 * `emailproxy.config` of Email OAuth 2.0 Proxy: for programs that know passwords only. It listens on this computer and
 * signs in with a token. The user name of the program has to be the one in the section's name.
 */
export const emailOauth2Proxy: ExportFormat = {
  name: 'email-oauth2-proxy',
  program: 'Email OAuth 2.0 Proxy',
  fileName: 'emailproxy.config',
  limits: (setup) => [
    ...when(issuerOf(setup) === null, blocks('tokens-only')),
    ...when(
      setup.services.some(({ endpoint }) => endpoint.protocol !== 'smtp' && endpoint.security === 'starttls'),
      blocks('starttls', { format: 'thunderbird-autoconfig' }),
    ),
    ...when((setup.oauth?.clientId ?? '') === '', narrows('client-id')),
  ],
  carries: isPlain,
  write: (setup, { notes }) => {
    const issuer = issuerOf(setup)
    if (issuer === null) throw new Error('a limit has blocked this')
    const scopes = setup.services.flatMap(({ endpoint }) => issuer.mailScopes[endpoint.protocol])
    const users = new Set(setup.services.map(({ userName }) => userName).filter((name) => name !== ''))
    return lines(
      hashComments(notes),
      '[Server setup]',
      '',
      setup.services.flatMap(server),
      '[Account setup]',
      '',
      [...users].flatMap((user) => [
        `[${user}]`,
        `permission_url = ${issuer.endpoints.authorization}`,
        `token_url = ${issuer.endpoints.token}`,
        `oauth2_scope = ${[...new Set([...scopes, ...lasting(issuer.scopes)])].join(' ')}`,
        'redirect_uri = http://localhost',
        'use_pkce = True',
        `client_id = ${setup.oauth?.clientId ?? ''}`,
        '',
      ]),
      ['[Advanced proxy configuration]', '', '[emailproxy]'],
      'delete_account_token_on_password_error = False',
    )
  },
}

function issuerOf({ oauth }: FinishedSetup) {
  return oauth === null ? null : knownIssuer(oauth.issuer)
}

/** It has no use for who signs in, only for a sign-in that lasts. */
function lasting(scopes: readonly string[]): readonly string[] {
  return scopes.filter((scope) => scope === 'offline_access')
}

function server({ endpoint }: FinishedService): readonly string[] {
  return [
    `[${LOCAL[endpoint.protocol]}]`,
    'local_address = 127.0.0.1',
    `server_address = ${endpoint.host}`,
    `server_port = ${endpoint.port}`,
    ...(endpoint.security === 'starttls' ? ['server_starttls = True'] : []),
    '',
  ]
}
