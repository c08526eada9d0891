import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refresh } from '#engine/oauth/refresh.ts'
import { revoke } from '#engine/oauth/revoke.ts'
import { authority } from '../support/certificates.ts'
import { LOGIN_HOST, startOAuthServer, type TestOAuthServer } from '../support/oauth/oauth-server.ts'
import { Person } from '../support/oauth/person.ts'
import { ADDRESS, jobAt, LOOPBACK_TOOLS, onPage, runSignIn } from '../support/oauth/sign-in-bench.ts'

let server: TestOAuthServer
beforeAll(async () => {
  server = await startOAuthServer({ certificate: await authority.issue({ dnsNames: [LOGIN_HOST] }) })
})
afterAll(() => server.stop())

const signal = new AbortController().signal

describe('signing in with the browser at a real server', () => {
  test('gives a token for the right account, and a way to the next one', async () => {
    const person = new Person()
    const { grant, events } = await runSignIn(
      'browser',
      jobAt(server.issuer),
      onPage((url) => person.signIn(url, ADDRESS)),
    )
    expect(grant).toMatchObject({ ok: true, value: { account: ADDRESS } })
    expect(events.map(({ type }) => type)).toEqual(['preparing', 'opened'])
    if (!grant.ok || grant.value.refreshContext === null) throw new Error('no way to the next token')
    const next = await refresh(grant.value.refreshContext, LOOPBACK_TOOLS, signal)
    expect(next.ok).toBe(true)
    if (!next.ok || next.value.refreshContext === null) return
    expect(next.value.refreshContext.refreshToken.reveal()).not.toBe(
      grant.value.refreshContext.refreshToken.reveal(),
    )
    expect(await revoke(next.value.refreshContext, LOOPBACK_TOOLS, signal)).toBe('yes')
    const gone = await refresh(next.value.refreshContext, LOOPBACK_TOOLS, signal)
    expect(gone).toMatchObject({ ok: false, error: { kind: 'refused', error: 'invalid_grant' } })
  })

  test('registers with the server where no client ID is known', async () => {
    const person = new Person()
    const { grant } = await runSignIn(
      'browser',
      jobAt(server.issuer, { typedClient: null }),
      onPage((url) => person.signIn(url, ADDRESS)),
    )
    expect(grant.ok).toBe(true)
    expect(server.requests).toContain('POST /reg')
    const answer = person.visited.find((url) => url.startsWith('http://127.0.0.1:'))
    expect(new URL(answer ?? '').pathname).toMatch(/^\/[\w-]{22}$/)
  })

  test('notices that another user has signed in', async () => {
    const { grant } = await runSignIn(
      'browser',
      jobAt(server.issuer),
      onPage((url) => new Person().signIn(url, 'bob@example.test')),
    )
    expect(grant).toEqual({ ok: false, error: { kind: 'account', other: 'bob@example.test' } })
  })

  test('takes a name at work for the address it belongs to', async () => {
    const { grant } = await runSignIn(
      'browser',
      jobAt(server.issuer, { userNames: ['Anna.Smith@corp.test'] }),
      onPage((url) => new Person().signIn(url, 'anna.smith@corp.test')),
    )
    expect(grant.ok).toBe(true)
  })
})
