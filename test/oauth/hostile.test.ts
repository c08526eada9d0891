import { Server } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import type { SignInEvent } from '#shared/oauth/sign-in-event.ts'
import { canaryOf } from '../support/canary.ts'
import {
  answer,
  ISSUER,
  json,
  startScriptedLogin,
  TOKEN,
  type LoginPlan,
  type ScriptedLogin,
} from '../support/oauth/scripted-login.ts'
import { onPage, runSignIn } from '../support/oauth/sign-in-bench.ts'
import { TEST_LIMITS } from '../support/test-limits.ts'

let login: ScriptedLogin | undefined
afterEach(() => login?.web.stop())

const FIVE_MEGABYTES = 'x'.repeat(5 * 1_024 * 1_024)

type HostileCase = readonly [string, LoginPlan, OAuthFault]

const malformed = (why: Extract<OAuthFault, { kind: 'malformed' }>['why']) =>
  ({ kind: 'malformed', why }) as const

const HOSTILE: readonly HostileCase[] = [
  ['79: a token reply of 5 MB', { token: json({ ...TOKEN, more: FIVE_MEGABYTES }) }, malformed('too-big')],
  ['79: a page instead of a token', { token: '<!doctype html><p>Welcome' }, malformed('not-json')],
  [
    '79: a redirect of the token request',
    {
      token: (_, response) =>
        response.writeHead(307, { location: 'https://elsewhere.example.test/token' }).end(),
    },
    malformed('redirect'),
  ],
  [
    'a token of a type that was not asked for',
    { token: json({ ...TOKEN, token_type: 'mac' }) },
    malformed('not-as-agreed'),
  ],
  [
    'a token that would end a line',
    { token: json({ ...TOKEN, access_token: 'token\r\nA2 DELETE INBOX' }) },
    malformed('not-as-agreed'),
  ],
  [
    'a token that is no token any more',
    { token: json({ ...TOKEN, access_token: 'x'.repeat(16_385) }) },
    malformed('too-big'),
  ],
  [
    'a refresh token of that kind',
    { token: json({ ...TOKEN, refresh_token: 'x'.repeat(16_385) }) },
    malformed('too-big'),
  ],
  ['no token at all', { token: json({ token_type: 'Bearer' }) }, malformed('not-as-agreed')],
  [
    'an identifier the server does not know',
    { token: json({ error: 'invalid_client' }, 401) },
    { kind: 'refused', error: 'invalid_client', description: '' },
  ],
  [
    'fewer permissions than mail needs',
    {
      token: json({ ...TOKEN, scope: 'mail:imap' }),
      metadata: { scopes_supported: ['mail:imap', 'mail:pop', 'mail:smtp'] },
    },
    { kind: 'scope', missing: ['mail:smtp', 'mail:pop'] },
  ],
  [
    'metadata of another issuer',
    { description: json({ issuer: 'https://elsewhere.example.test' }) },
    malformed('not-as-agreed'),
  ],
  [
    'a token endpoint in the clear',
    { metadata: { token_endpoint: 'http://login.example.test/token' } },
    malformed('not-as-agreed'),
  ],
  [
    'a token endpoint on this computer',
    { metadata: { token_endpoint: 'https://127.0.0.1/token' } },
    malformed('redirect'),
  ],
]

describe('a hostile or broken authorization server', () => {
  test.each(HOSTILE)('%s', async (_, plan, fault) => {
    login = await startScriptedLogin(plan)
    const { grant } = await runSignIn(
      'browser',
      login.job(),
      onPage((url) => answer(url)),
    )
    expect(grant).toEqual({ ok: false, error: fault })
    const posts = login.web.requests.filter(({ method }) => method === 'POST')
    expect(posts.filter(({ address }) => !address.startsWith('login.example.test/token'))).toEqual([])
  })

  test('a reply that never ends comes to its deadline', async () => {
    const tools = { limits: { ...TEST_LIMITS, fetchMs: 300 } }
    login = await startScriptedLogin({ token: () => {} })
    const { tools: usual } = login.job()
    const { grant } = await runSignIn(
      'browser',
      login.job({ tools: { ...usual, ...tools } }),
      onPage((url) => answer(url)),
    )
    expect(grant).toMatchObject({ error: { kind: 'network', fault: { kind: 'timeout' } } })
  })

  test('an answer in the name of another server is a mix-up (RFC 9207), and its code goes nowhere', async () => {
    login = await startScriptedLogin({ token: json(TOKEN) })
    const { grant } = await runSignIn(
      'browser',
      login.job(),
      onPage((url) => answer(url, { iss: 'https://elsewhere.example.test' })),
    )
    expect(grant).toEqual({ ok: false, error: { kind: 'mix-up' } })
    expect(login.web.requests.some(({ method }) => method === 'POST')).toBe(false)
  })

  test('a server that promises its name and then leaves it out is not believed', async () => {
    const metadata = { authorization_response_iss_parameter_supported: true }
    login = await startScriptedLogin({ token: json(TOKEN), metadata })
    const { grant } = await runSignIn(
      'browser',
      login.job(),
      onPage((url) => answer(url)),
    )
    expect(grant).toEqual({ ok: false, error: { kind: 'mix-up' } })
  })
})

test('what a server says about an error comes without the secrets it was told', async () => {
  let told = ''
  login = await startScriptedLogin({
    token: (request, response) => {
      request.on('data', (chunk: Buffer) => (told += chunk.toString('utf8')))
      request.on('end', () => {
        const { code = '', code_verifier: verifier = '' } = Object.fromEntries(new URLSearchParams(told))
        const description = `code ${code} and ${verifier.toUpperCase()} in ${told}`
        response.writeHead(400, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ error: 'invalid_grant', error_description: description }))
      })
    },
  })
  const { grant } = await runSignIn(
    'browser',
    login.job(),
    onPage((url) => answer(url, { code: 'cAnary-of-a-code/1' })),
  )
  const { code_verifier: verifier = '' } = Object.fromEntries(new URLSearchParams(told))
  expect(grant).toMatchObject({ error: { kind: 'refused', error: 'invalid_grant' } })
  for (const secret of ['cAnary-of-a-code/1', verifier])
    expect(canaryOf(secret).formsIn(JSON.stringify(grant))).toEqual([])
  expect(JSON.stringify(grant)).toContain('code [password] and [password] in ')
})

describe('an honest server', () => {
  test('78: is not asked for an answer where this computer may not listen for it', async () => {
    login = await startScriptedLogin({})
    const taken = vi.spyOn(Server.prototype, 'listen').mockImplementation(function listen(this: Server) {
      queueMicrotask(() => this.emit('error', new Error('EADDRINUSE')))
      return this
    })
    const { grant, events } = await runSignIn('browser', login.job())
    taken.mockRestore()
    expect(grant).toEqual({ ok: false, error: { kind: 'port' } })
    expect(events.map(({ type }) => type)).toEqual(['preparing'])
  })

  test('80: that gives no token for later still signs in, and that is known', async () => {
    login = await startScriptedLogin({ token: json(TOKEN) })
    const { grant } = await runSignIn(
      'browser',
      login.job(),
      onPage((url) => answer(url, { iss: ISSUER })),
    )
    expect(grant).toMatchObject({ ok: true, value: { refreshContext: null, account: null } })
  })

  test('76: told to stop on its page ends as that', async () => {
    login = await startScriptedLogin({})
    const { grant } = await runSignIn(
      'browser',
      login.job(),
      onPage((url) => answer(url, { error: 'access_denied' })),
    )
    expect(grant).toEqual({ ok: false, error: { kind: 'refused', error: 'access_denied', description: '' } })
  })
})

describe('a wait', () => {
  test('77: ends in time when the browser was closed', async () => {
    login = await startScriptedLogin({})
    const { grant } = await runSignIn('browser', login.job({ patienceMs: 100 }))
    expect(grant).toEqual({ ok: false, error: { kind: 'timeout' } })
  })

  test('77: ends at once with Cancel, and no port listens any more', async () => {
    login = await startScriptedLogin({})
    let page = ''
    const { grant } = await runSignIn('browser', login.job(), (event: SignInEvent, stop) => {
      if (event.type !== 'opened') return
      page = event.url
      stop()
    })
    expect(grant).toEqual({ ok: false, error: { kind: 'stopped' } })
    await expect(answer(page)).rejects.toThrow()
  })

  test('75: goes on after an answer with another state, which is not used', async () => {
    login = await startScriptedLogin({ token: json(TOKEN) })
    const stray = { status: 0 }
    const { grant, events } = await runSignIn(
      'browser',
      login.job(),
      onPage(async (url) => {
        stray.status = (await answer(url, { state: 'another', code: 'planted' })).status
        await answer(url)
      }),
    )
    expect(stray.status).toBe(400)
    expect(events.map(({ type }) => type)).toEqual(['preparing', 'opened', 'stray'])
    expect(grant.ok).toBe(true)
  })
})
