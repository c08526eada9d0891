import { google } from '#shared/catalogue/oauth/issuers/google.ts'
import { microsoft } from '#shared/catalogue/oauth/issuers/microsoft.ts'
import { registrationAt } from '#shared/oauth/client-registration.ts'
import type { OAuthOffer } from '#shared/oauth/sign-in-event.ts'
import { diagnoseOAuth, type OAuthSituation } from '#shared/oauth/diagnose-oauth.ts'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import type { Authorizing } from '#renderer/wizard/machine/authorizing.ts'
import type { AuthorizeStep } from '#renderer/wizard/machine/state.ts'
import { confirmed, scene, signIn, type Scene } from '#renderer/gallery/sample-states.ts'

const KNOWN: OAuthOffer = {
  server: 'Microsoft',
  issuer: 'https://login.microsoftonline.com/common/v2.0',
  ways: ['browser', 'device'],
  client: 'known',
  clientSecret: 'none',
  registration: registrationAt(microsoft),
}

const GOOGLE: OAuthOffer = {
  server: 'Google',
  issuer: 'https://accounts.google.com',
  ways: ['browser'],
  client: 'wanted',
  clientSecret: 'usual',
  registration: registrationAt(google),
}

function authorize(progress: Authorizing, changes: Partial<AuthorizeStep> = {}): AuthorizeStep {
  const base = { ...confirmed('outlook'), offer: KNOWN }
  return { ...base, step: 'authorize', way: 'browser', progress, strays: 'none', ...changes }
}

const SITUATION: Omit<OAuthSituation, 'fault'> = {
  way: 'browser',
  server: 'Microsoft',
  address: 'anna@outlook.com',
  dialect: 'microsoft',
  ways: ['browser', 'device'],
  signIn: ['oauth'],
  appPasswordPage: null,
  consentUrl:
    'https://login.microsoftonline.com/contoso.example/v2.0/adminconsent?client_id=0000&scope=openid&redirect_uri=http%3A%2F%2Flocalhost%2F',
  registration: { clientId: '0000', redirect: 'http://localhost/', scopes: ['openid'] },
}

const APPROVAL = { approval: diagnoseOAuth({ ...SITUATION, fault: { kind: 'approval' } }) }

function refusal(description: string): OAuthFault {
  return { kind: 'refused', error: 'access_denied', description }
}

/** One fault for every code. */
const FAULTS: Readonly<Record<string, OAuthFault>> = {
  'no-client': { kind: 'no-client' },
  'no-device': { kind: 'no-device' },
  cancelled: { kind: 'declined' },
  timeout: { kind: 'timeout' },
  port: { kind: 'port' },
  'mix-up': { kind: 'mix-up' },
  unreachable: { kind: 'network', fault: { kind: 'refused' } },
  server: { kind: 'malformed', why: 'not-json' },
  scope: { kind: 'scope', missing: ['mail:smtp'] },
  account: { kind: 'account', other: 'anna.lindqvist@contoso.example' },
  consent: refusal('AADSTS65001: The user or administrator has not consented to use the application.'),
  blocked: refusal('AADSTS53003: Access has been blocked by Conditional Access policies.'),
  client: refusal('AADSTS700016: Application was not found in the directory.'),
  again: refusal('AADSTS50076: You must use multi-factor authentication.'),
  clock: { kind: 'clock' },
}

const PAGE =
  'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?response_type=code&client_id=0000&redirect_uri=http%3A%2F%2Flocalhost%3A40123%2F&state=Zm9v'

/** Signing in without a password, from the offer to every way in which it can end. */
export const OAUTH: readonly Scene[] = [
  scene('sign-in-browser-first', signIn('outlook', { offer: KNOWN })),
  scene('sign-in-browser-wanted', signIn('gmail', { wants: 'app-password', offer: GOOGLE })),
  scene('sign-in-own-server', signIn('unknown')),
  scene(
    'sign-in-domain-server',
    signIn('unknown', { offer: { ...KNOWN, server: 'login.example.org', client: 'asked' } }),
  ),
  scene('authorize-preparing', authorize({ state: 'preparing' })),
  scene('authorize-opened', authorize({ state: 'opened', url: PAGE, opened: 'yes' }, { strays: 'seen' })),
  scene('authorize-approval', authorize({ state: 'opened', url: PAGE, opened: 'yes' }, APPROVAL)),
  scene('authorize-by-hand', authorize({ state: 'opened', url: PAGE, opened: 'no' })),
  scene(
    'authorize-code',
    authorize(
      { state: 'code', code: 'BDWP-HQPK', url: 'https://microsoft.com/devicelogin', seconds: 900 },
      { way: 'device', ...APPROVAL },
    ),
  ),
  ...Object.entries(FAULTS).map(([name, fault]) =>
    scene(
      `authorize-${name}`,
      authorize({ state: 'failed', finding: diagnoseOAuth({ ...SITUATION, fault }) }, APPROVAL),
    ),
  ),
]
