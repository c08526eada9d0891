import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { fail } from '#shared/outcome.ts'
import { readRefreshToken, writeRefreshToken } from '#engine/accounts/kept-refresh-token.ts'
import { renewedGrant } from '#engine/accounts/renewed-grant.ts'
import { refreshTokenName } from '#engine/secrets/secret-name.ts'
import type { SecretStore } from '#engine/environment.ts'
import { Secret } from '#engine/secret.ts'
import { createMemoryStore } from '#engine/secrets/memory-store.ts'
import type { Page } from '../support/discovery/web-server.ts'
import {
  ISSUER,
  json,
  startScriptedLogin,
  TOKEN,
  type ScriptedLogin,
} from '../support/oauth/scripted-login.ts'

const ADDRESS = 'anna@example.test'
const NAME = refreshTokenName(ADDRESS)
const signal = new AbortController().signal

let folder = ''
let login: ScriptedLogin | undefined
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-kept-'))
})
afterEach(() => login?.web.stop())
afterAll(() => rm(folder, { recursive: true }))

async function world(token: Page, store: SecretStore = createMemoryStore('practice')) {
  login = await startScriptedLogin({ token })
  const refreshContext = {
    issuer: ISSUER,
    tokenEndpoint: `${ISSUER}/token`,
    revocationEndpoint: null,
    client: { id: 'an-id', secret: null },
    refreshToken: new Secret('the-first'),
  }
  await store.save(NAME, writeRefreshToken(refreshContext).reveal())
  const kept = { secrets: store, tools: login.job().tools, accountsPath: join(folder, 'accounts.json') }
  return { kept, store, open: () => renewedGrant(ADDRESS, kept, signal) }
}

const keptToken = async (store: SecretStore) => {
  const value = await store.read(NAME)
  return value.ok && value.value !== null
    ? readRefreshToken(new Secret(value.value))?.refreshToken.reveal()
    : null
}

test('80: a refresh token that was replaced is kept before the access token is used', async () => {
  const { store, open } = await world(json({ ...TOKEN, refresh_token: 'the-second' }))
  const opened = await open()
  expect(opened.ok && opened.value.accessToken.reveal()).toBe(TOKEN.access_token)
  expect(await keptToken(store)).toBe('the-second')
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  expect(files.join('')).not.toMatch(/the-first|the-second|an-access-token/)
})

test('80: where the new one cannot be kept, the access token is not used either', async () => {
  const memory = createMemoryStore('practice')
  let writes = 0
  const store: SecretStore = {
    ...memory,
    save: async (name, secret) => (++writes > 1 ? fail('KEY_LOCKED') : memory.save(name, secret)),
  }
  const { open } = await world(json({ ...TOKEN, refresh_token: 'the-second' }), store)
  expect(await open()).toEqual({ ok: false, error: { kind: 'kept', code: 'KEY_LOCKED' } })
})

test('80: a keychain that is late with the new one is to have it all the same: the old one is dead', async () => {
  const memory = createMemoryStore('practice')
  let writes = 0
  const store: SecretStore = {
    ...memory,
    save: async (name, secret) => (++writes > 1 ? fail('KEY_TIMEOUT') : memory.save(name, secret)),
  }
  const { open } = await world(json({ ...TOKEN, refresh_token: 'the-second' }), store)
  expect(await open()).toEqual({ ok: false, error: { kind: 'kept', code: 'KEY_TIMEOUT' } })
  expect(await keptToken(store)).toBe('the-second')
})

test('80: one that stays the same is not written again', async () => {
  const { store, open } = await world(json(TOKEN))
  expect((await open()).ok).toBe(true)
  expect(await keptToken(store)).toBe('the-first')
})

test('one that was taken back leads to a new sign-in, and stays where it is', async () => {
  const { store, open } = await world(json({ error: 'invalid_grant' }, 400))
  expect(await open()).toMatchObject({
    error: { kind: 'oauth', fault: { kind: 'refused', error: 'invalid_grant' } },
  })
  expect(await keptToken(store)).toBe('the-first')
})

test('two at a time: each uses the token the other has left', async () => {
  let count = 0
  const seen: string[] = []
  const { open } = await world((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
    request.on('end', () => {
      seen.push(new URLSearchParams(body).get('refresh_token') ?? '')
      count += 1
      const reply = JSON.stringify({ ...TOKEN, refresh_token: `number-${count}` })
      response.writeHead(200, { 'content-type': 'application/json' }).end(reply)
    })
  })
  const both = await Promise.all([open(), open()])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect(seen).toEqual(['the-first', 'number-1'])
})

test('what was damaged in the keychain is no token', async () => {
  const { store, open } = await world(json(TOKEN))
  await store.save(NAME, '{"version":1}')
  expect(await open()).toEqual({ ok: false, error: { kind: 'kept', code: 'KEY_GONE' } })
})
