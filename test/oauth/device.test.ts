import { afterEach, describe, expect, test } from 'vitest'
import type { Page } from '../support/discovery/web-server.ts'
import { json, startScriptedLogin, TOKEN, type ScriptedLogin } from '../support/oauth/scripted-login.ts'
import { runSignIn } from '../support/oauth/sign-in-bench.ts'

let login: ScriptedLogin | undefined
afterEach(() => login?.web.stop())

const CODE = {
  device_code: 'the-device-code',
  user_code: 'BDWP-HQPK',
  verification_uri: 'https://login.example.test/activate',
  expires_in: 60,
  interval: 0.01,
}

/** Answers one after the other; the last one stays. */
function inTurn(...pages: readonly Page[]): Page {
  let turn = 0
  return (request, response) => {
    const page = pages[Math.min(turn, pages.length - 1)]
    turn += 1
    if (typeof page === 'function') page(request, response)
  }
}

const refusal = (error: string) => json({ error }, 400)
const pending = refusal('authorization_pending')

describe('a sign-in on another device (RFC 8628)', () => {
  test('asks until the user has typed the code', async () => {
    login = await startScriptedLogin({ device: json(CODE), token: inTurn(pending, pending, json(TOKEN)) })
    const { grant, events } = await runSignIn('device', login.job())
    expect(grant.ok).toBe(true)
    expect(events.at(-1)).toEqual({
      type: 'code',
      code: CODE.user_code,
      url: CODE.verification_uri,
      seconds: 60,
    })
    expect(login.web.requests.filter(({ address }) => address.endsWith('/token'))).toHaveLength(3)
  })

  test.each([
    [
      'the user refuses',
      refusal('access_denied'),
      { kind: 'refused', error: 'access_denied', description: '' },
    ],
    ['the code has run out', refusal('expired_token'), { kind: 'timeout' }],
    ['a page comes', '<p>hello', { kind: 'malformed', why: 'not-json' }],
  ])('ends when %s', async (_, token, error) => {
    login = await startScriptedLogin({
      device: json(CODE),
      token: typeof token === 'string' ? token : inTurn(pending, token),
    })
    const { grant } = await runSignIn('device', login.job())
    expect(grant).toEqual({ ok: false, error })
  })

  test('asks more slowly when told so, and ends by the clock of the code', async () => {
    login = await startScriptedLogin({
      device: json({ ...CODE, expires_in: 1 }),
      token: refusal('slow_down'),
    })
    const { grant } = await runSignIn('device', login.job())
    expect(grant).toEqual({ ok: false, error: { kind: 'timeout' } })
    expect(login.web.requests.filter(({ address }) => address.endsWith('/token'))).toHaveLength(1)
  }, 15_000)

  test('Cancel ends the wait at once', async () => {
    login = await startScriptedLogin({ device: json({ ...CODE, interval: 30 }), token: pending })
    const { grant } = await runSignIn('device', login.job(), (event, stop) => {
      if (event.type === 'code') stop()
    })
    expect(grant).toEqual({ ok: false, error: { kind: 'stopped' } })
  })
})

describe('no code is shown', () => {
  test('that would send the user to a page in the clear', async () => {
    login = await startScriptedLogin({
      device: json({ ...CODE, verification_uri: 'http://login.example.test/' }),
    })
    const { grant } = await runSignIn('device', login.job())
    expect(grant).toEqual({ ok: false, error: { kind: 'malformed', why: 'not-as-agreed' } })
  })

  test('where the server has none', async () => {
    login = await startScriptedLogin({})
    const { grant } = await runSignIn('device', login.job())
    expect(grant).toEqual({ ok: false, error: { kind: 'no-device' } })
  })
})
