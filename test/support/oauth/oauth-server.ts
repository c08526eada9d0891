import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { Provider, type Configuration } from 'oidc-provider'
import type { IssuedCertificate } from '#engine/practice/certificate-authority.ts'

/** Where the server of the tests says it lives. */
export const LOGIN_HOST = 'login.example.test'

/** The program as a developer has registered it by hand. */
export const CLIENT_ID = 'mailwright-test'
/** The mail server, which asks whether a token is good (introspection). */
export const JUDGE = { id: 'mail-server', secret: 'judge-secret' }

export interface OAuthServerOptions {
  readonly certificate: IssuedCertificate
  /** Life of an access token in seconds. */
  readonly tokenSeconds?: number
  readonly registration?: 'open' | 'closed'
  readonly configuration?: Partial<Configuration>
}

export interface TestOAuthServer {
  readonly issuer: string
  readonly port: number
  /** Where to ask whether a token is good. */
  readonly introspectionUrl: string
  readonly provider: Provider
  /** `method path` of everything that was asked, in order. */
  readonly requests: readonly string[]
  /** Every token that was ever given out. */
  readonly issued: readonly string[]
  /** From now on every token it gives is forgotten at once, until what is returned is called. */
  readonly refuseTokens: () => () => void
  stop(): Promise<void>
}

/** A real authorization server (oidc-provider) over TLS on a free port of loopback. Any name signs in, without a check. */
export async function startOAuthServer(options: OAuthServerOptions): Promise<TestOAuthServer> {
  const requests: string[] = []
  let handle: ReturnType<Provider['callback']> | undefined
  const { certificate, key } = options.certificate
  const server = createServer({ cert: certificate, key }, (request, response) => {
    requests.push(`${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`)
    void handle?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const issuer = `https://${LOGIN_HOST}:${port}`
  const provider = new Provider(issuer, configuration(options))
  handle = provider.callback()
  const issued: string[] = []
  provider.on('access_token.saved', ({ jti }) => issued.push(jti))
  provider.on('refresh_token.saved', ({ jti }) => issued.push(jti))
  return {
    issuer,
    port,
    introspectionUrl: `https://localhost:${port}/token/introspection`,
    provider,
    requests,
    issued,
    refuseTokens: () => {
      const forget = (token: { destroy(): Promise<unknown> }) => void token.destroy()
      provider.on('access_token.saved', forget)
      return () => provider.off('access_token.saved', forget)
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const MAIL_SCOPES = ['mail:imap', 'mail:pop', 'mail:smtp']

const CLIENTS: Configuration['clients'] = [
  {
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    redirect_uris: ['http://127.0.0.1/'],
    client_id: CLIENT_ID,
    grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
  },
  {
    client_id: JUDGE.id,
    client_secret: JUDGE.secret,
    grant_types: [],
    redirect_uris: [],
    response_types: [],
  },
]

function configuration({
  tokenSeconds = 600,
  registration = 'open',
  ...rest
}: OAuthServerOptions): Configuration {
  return {
    clients: CLIENTS,
    scopes: ['openid', 'email', 'offline_access', ...MAIL_SCOPES],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: true },
      deviceFlow: { enabled: true },
      registration: { enabled: registration === 'open' },
      revocation: { enabled: true },
      introspection: { enabled: true, allowedPolicy: () => true },
      rpInitiatedLogout: { enabled: false },
    },
    // A user who signs in owns the address they type as their name.
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: sub, email_verified: true }),
    }),
    issueRefreshToken: (_, client, code) =>
      client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
    rotateRefreshToken: true,
    pkce: { required: () => true },
    ttl: {
      AccessToken: tokenSeconds,
      AuthorizationCode: 60,
      DeviceCode: 120,
      IdToken: 3_600,
      Interaction: 600,
      Grant: 3_600,
      RefreshToken: 3_600,
      Session: 3_600,
    },
    ...rest.configuration,
  }
}
