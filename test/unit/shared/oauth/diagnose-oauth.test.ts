import { describe, expect, test } from 'vitest'
import { microsoft } from '#shared/catalogue/oauth/issuers/microsoft.ts'
import { CODES } from '#shared/finding/codes.ts'
import { actionWords } from '#shared/i18n/action-words.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { diagnoseOAuth, type OAuthSituation } from '#shared/oauth/diagnose-oauth.ts'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import { adminConsentUrl, registrationAt } from '#shared/oauth/client-registration.ts'
import { oauthAdminMessage } from '#shared/report/oauth-admin-message.ts'
import { LANGUAGE_CODES } from '../i18n/messages.ts'

const ENTRA = registrationAt(microsoft)
const CONSENT =
  ENTRA &&
  adminConsentUrl(ENTRA, { tenant: 'contoso.example', clientId: 'an id', protocols: ['imap', 'smtp'] })

const SITUATION: Omit<OAuthSituation, 'fault'> = {
  way: 'browser',
  server: 'Microsoft',
  address: 'anna@contoso.example',
  dialect: 'microsoft',
  ways: ['browser', 'device'],
  signIn: ['oauth'],
  appPasswordPage: null,
  consentUrl: CONSENT,
  registration: {
    clientId: 'an id',
    redirect: 'http://localhost/',
    scopes: ['openid', 'IMAP.AccessAsUser.All'],
  },
}

const refused = (error: string, description = ''): OAuthFault => ({ kind: 'refused', error, description })
const refusedBy = (number: number) => refused('invalid_grant', `AADSTS${number}: Words. Trace ID: 0`)

const CASES: readonly (readonly [string, OAuthFault, string, string])[] = [
  ['no identifier', { kind: 'no-client' }, 'OAUTH_NO_CLIENT', 'client-id'],
  ['no codes', { kind: 'no-device' }, 'OAUTH_NO_DEVICE', 'oauth-sign-in'],
  ['stopped here', { kind: 'stopped' }, 'CANCELLED', 'oauth-sign-in'],
  ['76: stopped there', refused('access_denied'), 'OAUTH_CANCELLED', 'oauth-sign-in'],
  ['stopped there, without words', { kind: 'declined' }, 'OAUTH_CANCELLED', 'oauth-sign-in'],
  ['77: the user did not sign in', { kind: 'timeout' }, 'OAUTH_TIMEOUT', 'oauth-sign-in'],
  ['a page that wants an administrator', { kind: 'approval' }, 'OAUTH_CONSENT', 'ask-admin'],
  ['78: no port', { kind: 'port' }, 'OAUTH_PORT', 'device-sign-in'],
  ['a mix-up', { kind: 'mix-up' }, 'OAUTH_STATE', 'oauth-sign-in'],
  ['no way there', { kind: 'network', fault: { kind: 'refused' } }, 'OAUTH_UNREACHABLE', 'oauth-sign-in'],
  ['79: a page', { kind: 'malformed', why: 'not-json' }, 'OAUTH_SERVER', 'oauth-sign-in'],
  ['79: far too much', { kind: 'malformed', why: 'too-big' }, 'OAUTH_SERVER', 'oauth-sign-in'],
  ['a clock', { kind: 'clock' }, 'OAUTH_CLOCK', 'check-clock'],
  ['fewer scopes', { kind: 'scope', missing: ['x'] }, 'OAUTH_SCOPE', 'oauth-sign-in'],
  ['another account', { kind: 'account', other: 'b@example.org' }, 'OAUTH_ACCOUNT', 'oauth-sign-in'],
  ['consent that is still missing', refusedBy(65001), 'OAUTH_CONSENT', 'ask-admin'],
  ['consent by an administrator', refusedBy(90094), 'OAUTH_CONSENT', 'ask-admin'],
  ['consent that is asked for already', refusedBy(90095), 'OAUTH_CONSENT', 'ask-admin'],
  ['consent to something risky', refusedBy(900941), 'OAUTH_CONSENT', 'ask-admin'],
  ['not assigned', refusedBy(50105), 'OAUTH_BLOCKED', 'ask-admin'],
  ['a rule about devices', refusedBy(530003), 'OAUTH_BLOCKED', 'ask-admin'],
  ['a rule about places', refusedBy(53003), 'OAUTH_BLOCKED', 'ask-admin'],
  ['a second factor', refusedBy(50076), 'OAUTH_AGAIN', 'oauth-sign-in'],
  ['a second factor to set up', refusedBy(50079), 'OAUTH_AGAIN', 'oauth-sign-in'],
  ['an unknown identifier', refusedBy(700016), 'OAUTH_CLIENT', 'client-id'],
  ['not registered for computers', refusedBy(7000218), 'OAUTH_CLIENT', 'client-id'],
  ['a guest', refusedBy(50020), 'OAUTH_ACCOUNT', 'oauth-sign-in'],
  ['a place that rules do not allow', refusedBy(500022), 'OAUTH_BLOCKED', 'ask-admin'],
  ['a program that was switched off', refusedBy(7000112), 'OAUTH_BLOCKED', 'ask-admin'],
  ['an account that was switched off', refusedBy(50057), 'OAUTH_BLOCKED', 'ask-admin'],
  ['a redirect that is not registered', refusedBy(900971), 'OAUTH_CLIENT', 'client-id'],
  ['registered for private mailboxes only', refusedBy(9002346), 'OAUTH_CLIENT', 'client-id'],
  ['a code that the user did not type in time', refusedBy(70019), 'OAUTH_AGAIN', 'oauth-sign-in'],
  ['a password that has run out', refusedBy(50055), 'OAUTH_AGAIN', 'oauth-sign-in'],
  ['a trouble that passes', refusedBy(90033), 'OAUTH_SERVER', 'oauth-sign-in'],
  ['a no on the page of Microsoft', refusedBy(65004), 'OAUTH_CANCELLED', 'oauth-sign-in'],
  ['an unknown number', refusedBy(999999), 'OAUTH_AGAIN', 'oauth-sign-in'],
  ['a sign-in that has run out', refused('invalid_grant'), 'OAUTH_AGAIN', 'oauth-sign-in'],
  ['an identifier that was refused', refused('invalid_client'), 'OAUTH_CLIENT', 'client-id'],
  ['an unknown word', refused('constructor'), 'OAUTH_SERVER', 'oauth-sign-in'],
]

describe('why there is no token', () => {
  test.each(CASES)('%s', (_, fault, code, first) => {
    const finding = diagnoseOAuth({ ...SITUATION, fault })
    expect([finding.code, finding.actions[0].kind]).toEqual([code, first])
  })

  test.each(CASES)('the one with the next step can be written to: %s', (_, fault) => {
    const { turn, actions } = diagnoseOAuth({ ...SITUATION, fault })
    const isSomebodyElse = turn === 'network' || turn === 'provider' || turn === 'admin'
    expect(!isSomebodyElse || actions.some(({ kind }) => kind === 'ask-admin')).toBe(true)
  })

  test('every code is reached', () => {
    const reached = new Set(CASES.map(([, , code]) => code))
    expect(CODES.filter((code) => code.startsWith('OAUTH_') && !reached.has(code))).toEqual([])
  })

  test('a number in the words of another issuer means nothing', () => {
    const finding = diagnoseOAuth({ ...SITUATION, dialect: null, fault: refusedBy(65001) })
    expect(finding.code).toBe('OAUTH_AGAIN')
  })

  test('where a provider takes an app password, that is a way on', () => {
    const situation = { ...SITUATION, signIn: ['oauth', 'app-password'] as const }
    const { actions } = diagnoseOAuth({ ...situation, fault: { kind: 'no-client' } })
    expect(actions.map(({ kind }) => kind)).toEqual(['app-password', 'client-id', 'ask-admin'])
  })

  test('a name at work can be taken as the user name', () => {
    const { actions } = diagnoseOAuth({ ...SITUATION, fault: { kind: 'account', other: 'a@corp.example' } })
    expect(actions[1]).toEqual({ kind: 'use-user-name', userName: 'a@corp.example' })
  })
})

describe.each(LANGUAGE_CODES)('in the language "%s"', (language) => {
  const { t } = createTranslator(language)

  test.each(CASES)('%s can be put into words', (_, fault) => {
    const { code, facts, actions } = diagnoseOAuth({ ...SITUATION, fault })
    const { title, explanation } = codeWords(code, t, { host: 'imap.example.org', ...facts })
    for (const words of [title, explanation, ...actions.map((action) => actionWords(action, t))])
      expect(words).toMatch(/^[^{}]+$/)
  })

  test('the message to an administrator holds the link', () => {
    const { body: message } = oauthAdminMessage(
      diagnoseOAuth({ ...SITUATION, fault: refusedBy(65001) }),
      'anna@contoso.example',
      t,
    )
    expect(message).toContain(
      'https://login.microsoftonline.com/contoso.example/v2.0/adminconsent?client_id=an%20id',
    )
    expect(message).toContain('OAUTH_CONSENT')
    expect(message).toContain('IMAP.AccessAsUser.All')
  })
})
