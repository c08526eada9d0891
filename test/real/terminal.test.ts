import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANNA } from '../support/real/mail-pair.ts'
import { hasServers, startTerminalWorld, type TerminalWorld } from './terminal-world.ts'

let world: TerminalWorld

describe.skipIf(!hasServers)('mailwright check against real Dovecot and Postfix', () => {
  beforeAll(async () => {
    world = await startTerminalWorld()
  })
  afterAll(() => world.stop())

  test('all three services are proved and the status is 0', async () => {
    const { status, json } = await world.check(ANNA.password, '--ca', world.ca)
    expect(status).toBe(0)
    expect(json).toMatchObject({ schema: 1, verdict: 'ok' })
    expect(json.endpoints.map(({ code }) => code)).toEqual(['OK', 'OK', 'OK'])
  })

  test('a wrong password gives status 1 and AUTH_REJECTED after one attempt', async () => {
    const { status, json } = await world.check('not it', '--ca', world.ca)
    expect(status).toBe(1)
    expect(json.endpoints.map(({ code }) => code)).toEqual([
      'AUTH_REJECTED',
      'AUTH_REJECTED',
      'AUTH_REJECTED',
    ])
    expect(json.endpoints.filter(({ passwordSent }) => passwordSent !== 'no')).toHaveLength(1)
  })

  test('an unknown authority gives status 1, TLS_UNTRUSTED and no password sent', async () => {
    const { status, json } = await world.check(ANNA.password)
    expect(status).toBe(1)
    expect(json.endpoints.map(({ code, passwordSent }) => `${code} ${passwordSent}`)).toEqual(
      Array.from({ length: 3 }, () => 'TLS_UNTRUSTED no'),
    )
  })

  test('without --json a person reads what happened, and no password is in it', async () => {
    const run = await world.run(ANNA.password, '--ca', world.ca)
    expect(run.status).toBe(0)
    expect(run.results).toMatch(/imap {2}localhost:\d+:tls {2}works/)
    expect(run.results + run.progress).not.toContain(ANNA.password)
  })
})
