import { afterEach, expect, test } from 'vitest'
import { microsoft } from '#shared/catalogue/oauth/issuers/microsoft.ts'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import type { Page } from '../support/discovery/web-server.ts'
import {
  answer,
  ISSUER,
  startScriptedLogin,
  TOKEN,
  type ScriptedLogin,
} from '../support/oauth/scripted-login.ts'
import { ADDRESS, onPage, runSignIn } from '../support/oauth/sign-in-bench.ts'

const HOUR_S = 3_600
const TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad'

let login: ScriptedLogin | undefined
afterEach(() => login?.web.stop())

interface Claims {
  readonly iss?: string
  readonly aud?: string
  readonly nonce?: string
  readonly tid?: string
}

/** What a server gives whose clock is so many hours before ours, and says so or not. */
function tokenPage(
  nonce: () => string,
  claims: Claims,
  clock: { readonly hours: number; readonly says: number },
): Page {
  return (_, response) => {
    const now = Math.floor(Date.now() / 1_000) + clock.hours * HOUR_S
    const own = { iss: ISSUER, aud: 'mailwright-test', sub: '1', email: ADDRESS, nonce: nonce() }
    const payload = { ...own, iat: now, exp: now + 600, ...claims }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const token = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(payload)}.c2lnbmF0dXJl`
    const date = new Date(Date.now() + clock.says * HOUR_S * 1_000).toUTCString()
    response.writeHead(200, { 'content-type': 'application/json', date })
    response.end(JSON.stringify({ ...TOKEN, id_token: token }))
  }
}

const RIGHT = { hours: 0, says: 0 }
const REFUSED: OAuthFault = { kind: 'malformed', why: 'not-as-agreed' }

test.each([
  ['is good', {}, RIGHT, null],
  ['comes from a server whose clock is two hours ahead, and says so', {}, { hours: 2, says: 2 }, null],
  ['comes from a server whose clock is two hours behind, and says so', {}, { hours: -2, says: -2 }, null],
  ['is long over', {}, { hours: -2, says: 0 }, { kind: 'clock' }],
  ['is over, and the server makes up a year', {}, { hours: -9_000, says: -9_000 }, { kind: 'clock' }],
  ['is for another sign-in', { nonce: 'another' }, RIGHT, REFUSED],
  ['is for another program', { aud: 'another' }, RIGHT, REFUSED],
  ['is of another issuer', { iss: 'https://elsewhere.example.test' }, RIGHT, REFUSED],
] as const)('an ID token that %s', async (_, claims, clock, fault) => {
  let nonce = ''
  const metadata = { scopes_supported: ['openid', 'email'] }
  login = await startScriptedLogin({ metadata, token: tokenPage(() => nonce, claims, clock) })
  const { grant } = await runSignIn(
    'browser',
    login.job(),
    onPage((url) => {
      nonce = new URL(url).searchParams.get('nonce') ?? ''
      return answer(url)
    }),
  )
  if (fault === null) expect(grant).toMatchObject({ ok: true, value: { account: ADDRESS } })
  else expect(grant).toEqual({ ok: false, error: fault })
})

const tenantIssuer = (tid: string) => `https://login.microsoftonline.com/${tid}/v2.0`

test.each([
  ['its own tenant', { iss: tenantIssuer(TENANT), tid: TENANT }, 'ok'],
  ['another tenant than it says', { iss: tenantIssuer(TENANT.replace('9', '8')), tid: TENANT }, 'refused'],
  ['a path instead of a tenant', { iss: tenantIssuer('../evil'), tid: '../evil' }, 'refused'],
] as const)('at Microsoft every tenant is an issuer: %s', async (_, claims, ending) => {
  let page = ''
  const nonce = () => new URL(page).searchParams.get('nonce') ?? ''
  const token = tokenPage(nonce, claims, RIGHT)
  login = await startScriptedLogin({
    hosts: ['login.microsoftonline.com'],
    pages: { 'login.microsoftonline.com/common/oauth2/v2.0/token': token },
  })
  const { grant } = await runSignIn(
    'browser',
    login.job({ issuerRef: { kind: 'known', facts: microsoft } }),
    onPage((url) => {
      page = url
      return answer(url)
    }),
  )
  expect(new URL(page).searchParams.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+\/$/)
  expect(new URL(page).searchParams.get('login_hint')).toBe(ADDRESS)
  expect(grant.ok ? 'ok' : 'refused').toBe(ending)
})
