import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authority } from '../support/certificates.ts'
import { runCli } from '../support/cli.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'
import {
  CLIENT_ID,
  JUDGE,
  LOGIN_HOST,
  startOAuthServer,
  type TestOAuthServer,
} from '../support/oauth/oauth-server.ts'
import { Person } from '../support/oauth/person.ts'
import { hasDovecot, startDovecot, type Dovecot } from '../support/real/dovecot.ts'
import { ANNA } from '../support/real/mail-pair.ts'

describe.skipIf(!hasDovecot)('check --sign-in', () => {
  let dovecot: Dovecot
  let login: TestOAuthServer
  let names: DnsServer
  let folder: string
  let common: readonly string[]
  beforeAll(async () => {
    const certificate = await authority.issue({ dnsNames: [LOGIN_HOST, 'localhost'] })
    login = await startOAuthServer({ certificate })
    names = await startDnsServer(({ type, name }) =>
      type === 'A' && name === LOGIN_HOST ? [{ type: 'A', name, data: '127.0.0.1' }] : [],
    )
    dovecot = await startDovecot({
      ...certificate,
      users: [ANNA],
      mechanisms: 'plain xoauth2',
      introspectionUrl: login.introspectionUrl,
      introspection: { client: JUDGE, authority: authority.certificate, nameAttribute: 'sub' },
    })
    folder = await mkdtemp(join(tmpdir(), 'mailwright-oauth-'))
    await writeFile(join(folder, 'ca.pem'), authority.certificate)
    common = [
      ...['check', ANNA.name, '--imap', `localhost:${dovecot.ports.imaps}:tls`, '--issuer', login.issuer],
      ...['--ca', join(folder, 'ca.pem'), '--dns', names.address, '--no-color'],
    ]
  })
  afterAll(async () => {
    await dovecot.stop()
    await login.stop()
    await names.stop()
    await rm(folder, { recursive: true })
  })

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

  test('prints the address of the page, and the token it gets opens the mailbox', async () => {
    const person = new Person()
    const { status, results, progress } = await runCli(
      [...common, '--sign-in', 'browser', '--client-id', CLIENT_ID, '--json'],
      { env, onProgress: once(/^(https:\/\/\S+)\n/m, ([url = '']) => person.signIn(url, ANNA.name)) },
    )
    expect(JSON.parse(results)).toMatchObject({ verdict: 'ok', endpoints: [{ code: 'OK' }] })
    expect(progress).toContain('Signed in.')
    expect(status).toBe(0)
  })

  test('prints a code for another device', async () => {
    const person = new Person()
    const { status, results } = await runCli([...common, '--sign-in', 'device', '--client-id', CLIENT_ID], {
      env,
      onProgress: once(
        /Open (\S+) on any device and type this code: (\S+)/,
        async ([, url = '', code = '']) => {
          const login = await person.submit(await person.open(url), { user_code: code })
          const consent = await person.submit(await person.submit(login, {}), {
            login: ANNA.name,
            password: 'any',
          })
          await person.submit(consent, {})
        },
      ),
    })
    expect(results).toContain('works')
    expect(status).toBe(0)
  }, 30_000)

  test('says what is missing where nobody has an identifier, and asks nobody', async () => {
    const { status, results } = await runCli(['check', 'anna@outlook.com', '--sign-in', 'browser'], { env })
    expect(results).toContain('OAUTH_NO_CLIENT')
    expect(results).toContain('→ Enter an ID')
    expect(status).toBe(1)
  })

  test('Ctrl-C ends the wait at once', async () => {
    const { status, results, progress } = await runCli(
      [...common, '--sign-in', 'browser', '--client-id', CLIENT_ID],
      { env, onProgress: once(/^https:\/\/\S+\n/m, (_, interrupt) => interrupt()) },
    )
    expect(`${results}${progress}`).toContain('CANCELLED')
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
})
