import { afterEach, describe, expect, test } from 'vitest'
import { google } from '#shared/catalogue/oauth/issuers/google.ts'
import { microsoft } from '#shared/catalogue/oauth/issuers/microsoft.ts'
import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'
import type { ClientState } from '#shared/oauth/client-check.ts'
import { checkClient } from '#engine/oauth/check-client.ts'
import { Secret } from '#engine/secret.ts'
import { checkClientAt } from '#engine/setup/check-client-at.ts'
import type { Page } from '../support/discovery/web-server.ts'
import {
  ISSUER,
  json,
  startScriptedLogin,
  TOKEN,
  type ScriptedLogin,
} from '../support/oauth/scripted-login.ts'
import { resolverWith } from '../support/resolvers.ts'

let login: ScriptedLogin | undefined
afterEach(() => login?.web.stop())

const ENDPOINTS = { authorization: `${ISSUER}/auth`, token: `${ISSUER}/token` } as const
/** The issuers of the catalogue, with their endpoints at the server of the test. */
const ENTRA: OAuthIssuer = { ...microsoft, endpoints: { ...ENDPOINTS, device: `${ISSUER}/device` } }
const GOOGLE: OAuthIssuer = { ...google, endpoints: ENDPOINTS }

const { signal } = new AbortController()
const SECRET = 'a-client-secret'

async function ask(facts: OAuthIssuer, page: Page) {
  login = await startScriptedLogin({ device: page, token: page })
  const { tools } = login.job()
  const client = { id: 'the-client', secret: facts === GOOGLE ? new Secret(SECRET) : null }
  return checkClient({ issuerRef: { kind: 'known', facts }, client, tools }, signal)
}

const CODE = {
  device_code: 'the-device-code',
  user_code: 'BDWP-HQPK',
  verification_uri: 'https://login.example.test/activate',
  expires_in: 900,
}
const aadsts = (error: string, number: number) =>
  json({ error, error_description: `AADSTS${number}: words of the server.` }, 400)

type CheckCase = readonly [name: string, facts: OAuthIssuer, page: Page, state: ClientState]

const CASES: readonly CheckCase[] = [
  ['Microsoft gives a device code', ENTRA, json(CODE), 'known'],
  ['Microsoft has no such application', ENTRA, aadsts('unauthorized_client', 700016), 'unknown'],
  ['Microsoft has it for no public client', ENTRA, aadsts('invalid_client', 7000218), 'unknown'],
  ['Microsoft has it for one tenant', ENTRA, aadsts('invalid_request', 50059), 'one-tenant'],
  ['Microsoft says so in the other number', ENTRA, aadsts('unauthorized_client', 50194), 'one-tenant'],
  ['Microsoft requires consent, so it knows it', ENTRA, aadsts('invalid_grant', 65001), 'known'],
  ['Microsoft is busy', ENTRA, aadsts('temporarily_unavailable', 90033), 'unclear'],
  ['Microsoft uses a number of tomorrow', ENTRA, aadsts('invalid_request', 99999999), 'unclear'],
  ['Google refuses the code alone', GOOGLE, json({ error: 'invalid_grant' }, 400), 'known'],
  ['Google does not know the client', GOOGLE, json({ error: 'invalid_client' }, 401), 'unknown'],
  ['Google lacks something', GOOGLE, json({ error: 'invalid_request' }, 400), 'unclear'],
  ['a token comes for a code that nobody gave', GOOGLE, json(TOKEN), 'unclear'],
  ['a page comes', GOOGLE, '<p>Welcome', 'unclear'],
]

describe('an issuer is asked about a client without a sign-in', () => {
  test.each(CASES)('%s', async (_, facts, page, state) => {
    expect((await ask(facts, page)).state).toBe(state)
    // One request: a device code is not waited for.
    expect(login?.web.requests).toHaveLength(1)
  })

  test('the server is quoted where it did not confirm it, and harmlessly', async () => {
    const words = `The OAuth client was not found.\u202e\n\u001b[31m ${SECRET}`
    const { serverSaid } = await ask(GOOGLE, json({ error: 'invalid_client', error_description: words }, 401))
    expect(serverSaid).toMatch(/^The OAuth client was not found\./)
    expect(serverSaid).not.toMatch(/\p{Cc}|\u202e|a-client-secret/u)
  })

  test('nothing of the user is told', async () => {
    await ask(ENTRA, json(CODE))
    expect(JSON.stringify(login?.web.requests)).not.toMatch(/anna|example\.test%40|login_hint/)
  })

  test('a server that cannot be reached is told apart', async () => {
    login = await startScriptedLogin({})
    const tools = { ...login.job().tools, resolver: resolverWith({}) }
    const asked = {
      issuerRef: { kind: 'known', facts: ENTRA },
      client: { id: 'x', secret: null },
      tools,
    } as const
    expect(await checkClient(asked, signal)).toEqual({ state: 'unreachable', serverSaid: null })
  })
})

test.each([
  ['an issuer that is not in the catalogue', 'evil', '1b2c3d4e-0000-4abc-8def-0123456789ab'],
  ['an issuer without a console', 'yahoo', '1b2c3d4e-0000-4abc-8def-0123456789ab'],
  ['a text that is no ID there', 'microsoft', 'my password'],
])('%s is asked nothing', async (_, issuerId, id) => {
  login = await startScriptedLogin({})
  const { tools } = login.job()
  const request = { issuerId, client: { id, secret: null } }
  expect(await checkClientAt(request, tools, signal)).toEqual({ state: 'unknown', serverSaid: null })
  expect(login.web.requests).toEqual([])
})
