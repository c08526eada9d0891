import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import { mailServer } from '../support/behaviour.ts'
import { canaryOf, createCanary, type Canary } from '../support/canary.ts'
import { authority, goodTls, HOST } from '../support/certificates.ts'
import { runCli, type CliOptions } from '../support/cli.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'
import { expectNoSecretIn } from '../support/oracle.ts'

let directory: string
let ca: string
let names: DnsServer

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mailwright-secrets-'))
  ca = join(directory, 'ca.pem')
  await writeFile(ca, authority.certificate)
  names = await startDnsServer(({ type, name }) =>
    type === 'A' && name === HOST ? [{ type: 'A', name, data: '127.0.0.1' }] : [],
  )
})
afterAll(async () => {
  await names.stop()
  await rm(directory, { recursive: true, force: true })
})

/** A check of an honest server, and what came to it. */
async function check(canary: Canary, options: CliOptions, args: readonly string[] = []) {
  const server: ScriptedServer = await startScriptedServer(mailServer('imap', 'tls', goodTls))
  const where = ['--imap', `${HOST}:${server.port}:tls`, '--ca', ca, '--dns', names.address]
  const run = await runCli(
    ['check', 'anna@example.test', ...where, '--timeout', '5', '--password-stdin', ...args],
    options,
  )
  const received = server.received.map(({ text }) => text).join('')
  await server.stop()
  expectNoSecretIn(run, canary)
  return { ...run, received }
}

const LONG = 'x'.repeat(16_384)
const PATIENCE = { timeout: 60_000 }

describe('what is piped in as a password', () => {
  test.concurrent.each([
    ['in Latin-1', Buffer.from('pässwort', 'latin1'), 'not valid UTF-8'],
    ['behind a byte order mark', Buffer.from('\ufeffpassword', 'utf8'), 'byte order mark'],
    ['with a NUL', Buffer.from('pass\0word', 'utf8'), 'control character'],
  ])('%s is refused before anything is sent', PATIENCE, async (_, input, words) => {
    const { status, progress, results, received } = await check(canaryOf('nowhere to be seen'), { input })
    expect({ status, results, received }).toEqual({ status: 2, results: '', received: '' })
    expect(progress).toContain(words)
    expect(progress).toContain('nothing was sent')
  })

  test('without an end is refused as well', PATIENCE, async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield LONG
      })(),
    )
    expect(await check(canaryOf(LONG), { input: endless })).toMatchObject({ status: 2, received: '' })
  })

  test('at its greatest length arrives as it is', PATIENCE, async () => {
    const password = `pässwort-"1"\\`.padEnd(16_383, 'x')
    const { status, received } = await check(canaryOf(password), { input: `${password}\r\n` })
    const [, blob = ''] = /AUTHENTICATE PLAIN (\S+)/.exec(received) ?? []
    expect(Buffer.from(blob, 'base64').toString('utf8')).toBe(`\0anna@example.test\0${password}`)
    expect(status).toBe(0)
  })
})

test('a user name with a second line is wrong usage', PATIENCE, async () => {
  const canary = createCanary()
  const name = 'anna\nA2 DELETE INBOX'
  const { status, progress, received } = await check(canary, { input: canary.secret }, ['--user', name])
  expect({ status, received }).toEqual({ status: 2, received: '' })
  expect(progress).toContain('--user: the user name has a control character in it')
})

describe('an error that Mailwright did not expect', () => {
  const crash = (kind: string): CliOptions => ({
    node: ['--import', inRoot('test/support/crash.ts')],
    env: { MAILWRIGHT_CRASH: kind },
  })

  test.concurrent.each(['thrown', 'uncaught', 'unhandled'])(
    'that is %s and quotes the password',
    PATIENCE,
    async (kind) => {
      const canary = createCanary()
      const { status, progress } = await check(canary, { ...crash(kind), input: canary.secret })
      expect(status).toBe(3)
      expect(progress).toMatch(/internal error \(TypeError\) \[INTERNAL\]\n$/)
    },
  )

  test('a key file that is piped in by mistake comes out nowhere', PATIENCE, async () => {
    const canary = canaryOf(Buffer.from(Array.from({ length: 800 }, (_, at) => at % 251)).toString('base64'))
    const file = `-----BEGIN PRIVATE KEY-----\n${`${canary.secret}\n`.repeat(142)}`
    expect(file.length).toBeGreaterThan(150_000)
    const { status, progress, received } = await check(canary, { input: file })
    expect({ status, received }).toEqual({ status: 2, received: '' })
    expect(progress.length).toBeLessThan(300)
  })
})
