import { describe, expect, test } from 'vitest'
import { OAUTH_ISSUERS } from '#shared/catalogue/oauth/issuers.ts'
import { google } from '#shared/catalogue/oauth/issuers/google.ts'
import { microsoftChina } from '#shared/catalogue/oauth/issuers/microsoft-china.ts'
import { microsoft } from '#shared/catalogue/oauth/issuers/microsoft.ts'
import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import {
  adminConsentUrl,
  isClientIdForm,
  policyWithClient,
  registrationAt,
  tenantOf,
  type OAuthRegistration,
} from '#shared/oauth/client-registration.ts'
import { readPolicy } from '#shared/policy/policy.ts'
import { clientKit } from '#shared/report/client-kit.ts'
import { LANGUAGE_CODES } from '../i18n/messages.ts'

const GUID = '1b2c3d4e-0000-4abc-8def-0123456789ab'
const GOOGLE_ID = '123456789012-abc123def456.apps.googleusercontent.com'

function registration(issuer: OAuthIssuer): OAuthRegistration {
  const known = registrationAt(issuer)
  if (known === null) throw new Error(`no console: ${issuer.id}`)
  return known
}

describe('a client ID has the form of its issuer', () => {
  test.each([
    ['entra', GUID, true],
    ['entra', GUID.toUpperCase(), true],
    ['entra', `${GUID} `, false],
    ['entra', GUID.replaceAll('-', ''), false],
    ['entra', `{${GUID}}`, false],
    ['entra', `${GUID}\n`, false],
    ['entra', GOOGLE_ID, false],
    ['entra', 'anna@contoso.example', false],
    ['entra', '', false],
    ['google', GOOGLE_ID, true],
    ['google', '123456789012.apps.googleusercontent.com', true],
    ['google', `https://${GOOGLE_ID}`, false],
    ['google', 'GOCSPX-a-client-secret', false],
    ['google', `${GOOGLE_ID}.evil.example`, false],
    ['google', '.apps.googleusercontent.com', false],
    ['google', GUID, false],
  ] as const)('%s: %j is %s', (console, id, expected) => {
    expect(isClientIdForm(console, id)).toBe(expected)
  })
})

describe('the link to agree for a whole organisation', () => {
  const link = adminConsentUrl(registration(microsoft), {
    tenant: tenantOf('anna@contoso.example', 'microsoft-365'),
    clientId: GUID,
    protocols: ['imap', 'smtp'],
  })
  const url = new URL(link ?? '')

  test('is that of the v2 endpoint, for the tenant of the address', () => {
    expect(url.origin + url.pathname).toBe(
      'https://login.microsoftonline.com/contoso.example/v2.0/adminconsent',
    )
  })

  test('names the client, the scopes of what is tested and the redirect URI', () => {
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: GUID,
      scope:
        'openid profile email offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send',
      redirect_uri: 'http://localhost/',
    })
  })

  test.each([
    ['a private address has no tenant', 'anna@outlook.com', 'outlook', 'organizations'],
    ['an address at work has', 'anna@contoso.example', 'microsoft-365', 'contoso.example'],
  ])('%s', (_, address, provider, tenant) => {
    expect(tenantOf(address, provider)).toBe(tenant)
  })

  test('stays at the cloud of the issuer, and is none at Google', () => {
    const request = { tenant: 'a/../b', clientId: GUID, protocols: ['imap'] } as const
    expect(adminConsentUrl(registration(microsoftChina), request)).toMatch(
      /^https:\/\/login\.partner\.microsoftonline\.cn\/a%2F\.\.%2Fb\/v2\.0\/adminconsent\?/,
    )
    expect(adminConsentUrl(registration(google), request)).toBeNull()
  })
})

describe('a policy with the client', () => {
  test('is one that Mailwright reads', () => {
    const policy = readPolicy(policyWithClient(registration(microsoft), GUID, 'contoso.example'))
    expect(policy.ok && policy.value.oauthClients).toEqual({ microsoft: { id: GUID, secret: null } })
  })

  test('where the issuer hands out a secret is refused until that is filled in, and says where', () => {
    const text = policyWithClient(registration(google), GOOGLE_ID, 'contoso.example')
    expect(readPolicy(text)).toEqual({ ok: false, error: { where: 'oauthClients.google.secret' } })
    const filled = readPolicy(text.replace('"secret": ""', '"secret": "GOCSPX-1"'))
    expect(filled.ok && filled.value.oauthClients).toEqual({ google: { id: GOOGLE_ID, secret: 'GOCSPX-1' } })
  })
})

const KITS = OAUTH_ISSUERS.flatMap((issuer) => {
  const known = registrationAt(issuer)
  return known === null ? [] : [[issuer.id, known] as const]
})

test('there are instructions for the consoles of Microsoft and Google', () => {
  expect(KITS.map(([id]) => id)).toEqual(['google', 'microsoft', 'microsoft-china'])
})

describe.each(LANGUAGE_CODES)('in the language "%s"', (language) => {
  const { t } = createTranslator(language)

  test.each(KITS)(
    'the instructions for %s have five steps, the scopes and no link without an ID',
    (_, known) => {
      for (const tenant of ['contoso.example', 'organizations']) {
        const target = {
          server: 'Issuer',
          tenant,
          protocols: ['imap', 'smtp'],
          clientId: 'typed wrongly',
        } as const
        const { subject, body } = clientKit(known, target, t)
        expect(subject).toContain('Issuer')
        expect(body.match(/^\d\. .{20,}$/gm)).toHaveLength(5)
        expect(body).toContain(known.page)
        for (const scope of [...known.scopes, ...known.mailScopes.imap, ...known.mailScopes.smtp])
          expect(body.split('\n')).toContain(`- ${scope}`)
        expect(body).not.toMatch(/[{}]|adminconsent|POP\.AccessAsUser/)
      }
    },
  )

  test('with an ID there is the link', () => {
    const target = {
      server: 'Microsoft',
      tenant: 'contoso.example',
      protocols: ['imap'],
      clientId: GUID,
    } as const
    expect(clientKit(registration(microsoft), target, t).body).toContain(
      `https://login.microsoftonline.com/contoso.example/v2.0/adminconsent?client_id=${GUID}&`,
    )
  })
})
