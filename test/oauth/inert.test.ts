import { afterEach, describe, expect, test } from 'vitest'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import type { SignInEvent } from '#shared/oauth/sign-in-event.ts'
import { parseIssuerRef } from '#engine/oauth/authorization-server.ts'
import { authorizeSetup } from '#engine/setup/authorize-setup.ts'
import { Setups } from '#engine/setup/setups.ts'
import { oauthJson, oauthText } from '#cli/output/oauth-output.ts'
import { createStyle } from '#cli/output/style.ts'
import { FILLINGS, harmIn, harmInLines } from '../support/hostile-fillings.ts'
import { CLIENT_ID } from '../support/oauth/oauth-server.ts'
import {
  answer,
  ISSUER,
  json,
  startScriptedLogin,
  TOKEN,
  type LoginPlan,
  type ScriptedLogin,
} from '../support/oauth/scripted-login.ts'
import { ADDRESS } from '../support/oauth/sign-in-bench.ts'

let login: ScriptedLogin | undefined
afterEach(() => login?.web.stop())

const { t } = createTranslator('en')
const DEVICE = { device_code: 'd', expires_in: 60, interval: 0.01 }
const PAGE = 'https://login.example.test/activate'

interface IssuerRef {
  readonly way: 'browser' | 'device'
  readonly plan: (x: string) => LoginPlan
  /** What comes back from the browser besides the state. */
  readonly answer?: (x: string) => Readonly<Record<string, string>>
}

const idToken = (claims: object) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1_000)
  const own = { iss: ISSUER, aud: CLIENT_ID, sub: '1', iat: now, exp: now + 600 }
  return json({ ...TOKEN, id_token: `${part({ alg: 'RS256' })}.${part({ ...own, ...claims })}.c2ln` })
}

const PLACES: Readonly<Record<string, IssuerRef>> = {
  'the error of a token request': {
    way: 'browser',
    plan: (x) => ({ token: json({ error: x, error_description: '' }, 400) }),
  },
  'the description of one': {
    way: 'browser',
    plan: (x) => ({ token: json({ error: 'invalid_grant', error_description: x }, 400) }),
  },
  'the answer of the page': {
    way: 'browser',
    plan: () => ({}),
    answer: (x) => ({ error: x, error_description: x }),
  },
  'the address of the page': {
    way: 'browser',
    plan: (x) => ({ metadata: { authorization_endpoint: `${ISSUER}/auth?${x}#${x}` }, token: json(TOKEN) }),
  },
  'the permissions of a server': {
    way: 'browser',
    plan: (x) => ({
      metadata: { scopes_supported: [`imap${x}`, 'mail:imap'] },
      token: json({ ...TOKEN, scope: 'other' }),
    }),
  },
  'the name of who signed in': {
    way: 'browser',
    plan: (x) => ({ token: idToken({ email: `${x}@evil.example` }) }),
  },
  'another name of the same one': {
    way: 'browser',
    plan: (x) => ({ token: idToken({ email: `${x}@evil.example`, upn: ADDRESS }) }),
  },
  'a code to type': {
    way: 'device',
    plan: (x) => ({ device: json({ ...DEVICE, user_code: x, verification_uri: PAGE }), token: json(TOKEN) }),
  },
  'the page to type it on': {
    way: 'device',
    plan: (x) => ({
      device: json({ ...DEVICE, user_code: 'A', verification_uri: `${PAGE}?${x}` }),
      token: json(TOKEN),
    }),
  },
}

async function authorize({ way, plan, answer: extra = () => ({}) }: IssuerRef, filling: string) {
  login = await startScriptedLogin(plan(filling))
  const address = parseEmailAddress(ADDRESS)
  if (!address.ok) throw new Error('no address')
  const setups = new Setups()
  const issuerRef = parseIssuerRef(null, ISSUER)
  const { setup } = setups.agree({ address: address.value, provider: null, services: [], issuerRef }, null)
  const request = {
    setupId: setup.id,
    way,
    client: { id: CLIENT_ID, secret: null },
    issuer: null,
    language: 'en',
  }
  const { tools, laidDown, patienceMs } = login.job()
  const around = {
    tools,
    laidDown,
    patienceMs,
    openUrl: () => Promise.resolve(true),
    keptClient: () => Promise.resolve(null),
  }
  const events: SignInEvent[] = []
  for await (const event of authorizeSetup(setups, request, new AbortController().signal, around)) {
    events.push(event)
    if (event.type === 'opened') await answer(event.url, extra(filling))
  }
  return events
}

describe.each(Object.entries(PLACES))('%s', (_, issuerRef) => {
  test.each(FILLINGS)('with %s is inert in every output', async (_name, filling) => {
    const events = await authorize(issuerRef, filling.toString('utf8'))
    expect(['done', 'failed']).toContain(events.at(-1)?.type)
    const urls = events.flatMap((event) => ('url' in event ? [event.url] : []))
    expect(urls.filter((url) => !/^https:[!-~]{1,2000}$/.test(url))).toEqual([])
    const told = events.map((event) => ({ ...event, url: '' }))
    expect(harmIn(told)).toEqual([])
    for (const event of events)
      if (event.type === 'failed') {
        expect(harmIn(oauthJson(ADDRESS, event.finding, t))).toEqual([])
        expect(harmInLines(oauthText(event.finding, t, createStyle('plain')))).toEqual([])
      }
  })
})

test('a long honest address to sign in on is not cut', async () => {
  const page = `${PAGE}?return=${'a'.repeat(300)}`
  const plan = () => ({
    device: json({ ...DEVICE, user_code: 'A', verification_uri: page }),
    token: json(TOKEN),
  })
  expect(await authorize({ way: 'device', plan }, '')).toContainEqual({
    type: 'code',
    code: 'A',
    url: page,
    seconds: 60,
  })
})

test('the words of an honest server are shown as they came', async () => {
  const error_description = 'Die Anmeldung für Müller läuft ab.'
  const plan = () => ({ token: json({ error: 'invalid_grant', error_description }, 400) })
  const events = await authorize({ way: 'browser', plan }, '')
  expect(events.at(-1)).toMatchObject({ finding: { serverSaid: error_description } })
})
