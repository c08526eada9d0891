import { describe, expect, test } from 'vitest'
import { OAUTH_ISSUERS, issuerOfProvider, knownIssuer } from '#shared/catalogue/oauth/issuers.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { accountNames, otherAccount } from '#shared/oauth/account-match.ts'
import { missingScopes, scopesAmong } from '#shared/oauth/scopes.ts'

describe('the known issuers', () => {
  test.each(OAUTH_ISSUERS.map((issuer) => [issuer.id, issuer] as const))('%s keeps to https', (_, issuer) => {
    const places = [issuer.issuer, issuer.tokenIssuer, ...Object.values(issuer.endpoints)]
    for (const issuerRef of places)
      if (issuerRef !== undefined) expect(URL.parse(issuerRef)?.protocol).toBe('https:')
    expect(issuer.ways.includes('device')).toBe(issuer.endpoints.device !== undefined)
  })

  test('every provider that signs in with the browser has one, and each belongs to one alone', () => {
    const byBrowser = PROVIDERS.filter(({ signIn }) => signIn.some(({ kind }) => kind === 'oauth'))
    expect(byBrowser.filter(({ id }) => issuerOfProvider(id) === null).map(({ id }) => id)).toEqual([])
    const named = OAUTH_ISSUERS.flatMap(({ providers }) => providers)
    expect(new Set(named).size).toBe(named.length)
    expect(named.filter((id) => !PROVIDERS.some((provider) => provider.id === id))).toEqual([])
  })

  test.each([
    ['https://accounts.google.com', 'google'],
    ['https://LOGIN.microsoftonline.com/contoso/v2.0', 'microsoft'],
    ['https://accounts.google.com.example.org', undefined],
  ])('%s is %s', (url, id) => {
    expect(knownIssuer(url)?.id).toBe(id)
  })
})

describe("the scopes to ask a server of one's own for", () => {
  test.each([
    [
      ['openid', 'email', 'mail:imap', 'mail:pop', 'mail:smtp', 'calendar'],
      ['mail:smtp', 'mail:imap', 'mail:pop'],
    ],
    [
      ['https://a.example/IMAP.All', 'https://a.example/POP.All'],
      ['https://a.example/IMAP.All', 'https://a.example/POP.All'],
    ],
    [['openid', 'mail', 'popular'], ['mail']],
    [['openid', 'email', 'profile'], []],
    [[], []],
  ])('of %j it is %j', (supported, needed) => {
    expect(scopesAmong(supported, ['smtp', 'imap', 'pop3']).needed).toEqual(needed)
  })

  test('what is missing is told whatever the case of the answer', () => {
    const plan = { ask: [], needed: ['Mail.Read', 'mail:smtp'] }
    expect(missingScopes(plan, 'mail.read openid')).toEqual(['mail:smtp'])
    expect(missingScopes(plan, 'mail.read,MAIL:SMTP')).toEqual([])
    expect(missingScopes(plan, undefined)).toEqual([])
  })
})

describe('who has signed in', () => {
  test.each([
    ['the same', { email: 'Anna@Example.org' }, null],
    ['the name at work', { email: 'a.lind@corp.example', upn: 'anna@example.org' }, null],
    ['another user', { preferred_username: 'bob@example.org' }, 'bob@example.org'],
    ['the server does not say', { sub: '4711', name: 'Anna' }, null],
    ['a number instead of a name', { email: 4711 }, null],
  ])('%s', (_, claims, other) => {
    expect(otherAccount(accountNames(claims), ['anna@example.org'])).toBe(other)
  })
})
