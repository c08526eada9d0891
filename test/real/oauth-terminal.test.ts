import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/cli.ts'
import { CLIENT_ID } from '../support/oauth/oauth-server.ts'
import { Person } from '../support/oauth/person.ts'
import { hasDovecot } from '../support/real/dovecot.ts'
import { ANNA } from '../support/real/mail-pair.ts'
import { startOAuthTerminalWorld, type OAuthTerminalWorld } from './oauth-terminal-world.ts'

/** Without a display no browser opens by itself. */
const env = { DISPLAY: '', WAYLAND_DISPLAY: '' }

/** Does something once, as soon as the words are there. */
const once = (pattern: RegExp, act: (match: readonly string[], interrupt: () => void) => unknown) => {
  let seen = false
  return (text: string, interrupt: () => void) => {
    const match = pattern.exec(text)
    if (match === null || seen) return
    seen = true
    void act(match, interrupt)
  }
}

describe.skipIf(!hasDovecot)('check --sign-in', () => {
  let world: OAuthTerminalWorld
  beforeAll(async () => {
    world = await startOAuthTerminalWorld()
  })
  afterAll(() => world.stop())

  test('prints the address of the page, and the token it gets opens the mailbox', async () => {
    const person = new Person()
    const { status, results, progress } = await runCli(
      [...world.check, '--sign-in', 'browser', '--client-id', CLIENT_ID, '--json'],
      { env, onProgress: once(/^(https:\/\/\S+)\n/m, ([url = '']) => person.signIn(url, ANNA.name)) },
    )
    expect(JSON.parse(results)).toMatchObject({ verdict: 'ok', endpoints: [{ code: 'OK' }] })
    expect(progress).toContain('Signed in.')
    expect(status).toBe(0)
  })

  test('prints a code for another device', async () => {
    const person = new Person()
    const { status, results } = await runCli(
      [...world.check, '--sign-in', 'device', '--client-id', CLIENT_ID],
      {
        env,
        onProgress: once(
          /Open (\S+) on any device and enter this code: (\S+)/,
          async ([, url = '', code = '']) => {
            const login = await person.submit(await person.open(url), { user_code: code })
            const consent = await person.submit(await person.submit(login, {}), {
              login: ANNA.name,
              password: 'any',
            })
            await person.submit(consent, {})
          },
        ),
      },
    )
    expect(results).toContain('works')
    expect(status).toBe(0)
  }, 30_000)

  test('Ctrl-C ends the wait at once', async () => {
    const { status, results, progress } = await runCli(
      [...world.check, '--sign-in', 'browser', '--client-id', CLIENT_ID],
      { env, onProgress: once(/^https:\/\/\S+\n/m, (_, interrupt) => interrupt()) },
    )
    expect(`${results}${progress}`).toContain('CANCELLED')
    expect(status).toBe(1)
  })
})

test('says what is missing where no client ID is known, and asks no server', async () => {
  const { status, results } = await runCli(['check', 'anna@outlook.com', '--sign-in', 'browser'], { env })
  expect(results).toContain('OAUTH_NO_CLIENT')
  expect(results).toContain('→ Give a client ID with --client-id')
  expect(status).toBe(1)
})

test.each([
  ['--sign-in takes', ['--sign-in', 'phone']],
  ['need --sign-in', ['--client-id', 'x']],
  ['give only one', ['--sign-in', 'browser', '--no-login']],
  ['--issuer takes', ['--sign-in', 'browser', '--issuer', 'http://login.example.test']],
])('wrong usage: %s', async (words, args) => {
  const { status, progress } = await runCli(['check', 'anna@example.test', ...args])
  expect(progress).toContain(words)
  expect(status).toBe(2)
})
