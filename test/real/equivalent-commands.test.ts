import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CommandSubject } from '#shared/commands/command-subject.ts'
import { mailwrightCommand } from '#shared/commands/mailwright.ts'
import { opensslCommand } from '#shared/commands/openssl.ts'
import { swaksCommand } from '#shared/commands/swaks.ts'
import type { Protocol, Security } from '#shared/domain/protocol.ts'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { runCommandLine } from '#cli/run.ts'
import { mailServer, type Behaviour } from '../support/behaviour.ts'
import { authority, serverTls } from '../support/certificates.ts'
import { runConsumer } from '../support/exports/consumer.ts'
import { findProgram } from '../support/real/programs.ts'

const PASSWORD = 'quiet-4711'
/** Everything that a shell, a comment or a quote could take for its own. */
const ODD = `o'n "$(touch pwned)" \`touch pwned\` %h #ü;\\e`

let folder = ''
let ca = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-commands-'))
  ca = join(folder, 'ca.pem')
  await writeFile(ca, authority.certificate)
  vi.stubEnv('MAILWRIGHT_DATA_DIR', folder)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

interface World {
  readonly server: ScriptedServer
  readonly subject: CommandSubject
}

/** A server at a port of its own, and a test of it to repeat: over IPv4, as `localhost` leads to IPv6 as well. */
async function at(
  protocol: Protocol,
  security: Security,
  work: (world: World) => Promise<void>,
  {
    behaviour,
    name = 'localhost',
    ...change
  }: Partial<CommandSubject> & {
    readonly behaviour?: Behaviour
    readonly name?: string
  } = {},
): Promise<void> {
  const endpoint = security === 'none' ? 'clear' : security
  const script = mailServer(protocol, endpoint, await serverTls({ dnsNames: [name] }), behaviour)
  const server = await startScriptedServer(script)
  const host = security === 'none' ? '127.0.0.1' : 'localhost'
  const subject: CommandSubject = {
    address: 'anna@example.org',
    endpoint: { protocol, host, port: server.port, security },
    family: 4,
    ehloName: null,
    signIn: { kind: 'left-out' },
    ...change,
  }
  try {
    await work({ server, subject })
  } finally {
    await server.stop()
  }
}

const shell = (command: string | null, input: string) =>
  runConsumer(['sh', '-c', command ?? 'false'], { env: { SSL_CERT_FILE: ca }, input })
const linesOf = ({ received }: ScriptedServer) =>
  received
    .map(({ text }) => text)
    .join('')
    .split('\r\n')
/** The user name in a response of PLAIN (RFC 4616). */
const nameIn = (lines: readonly string[]) =>
  lines
    .flatMap((line) => /^AUTH PLAIN (\S+)$/.exec(line)?.slice(1) ?? [])
    .map((response) => Buffer.from(response, 'base64').toString('utf8').split('\0')[1])

describe.skipIf(findProgram('openssl') === null)('openssl connects as the test did', () => {
  test.each<readonly [Protocol, Security, string]>([
    ['imap', 'tls', 'A1 LOGOUT\n'],
    ['imap', 'starttls', 'A1 LOGOUT\n'],
    ['pop3', 'starttls', 'QUIT\n'],
    ['smtp', 'tls', 'QUIT\n'],
    ['smtp', 'starttls', 'QUIT\n'],
  ])('%s with %s', async (protocol, security, goodbye) => {
    await at(protocol, security, async ({ subject, server }) => {
      const { status, output } = await shell(opensslCommand(subject), goodbye)
      expect({ status, output }).toMatchObject({
        status: 0,
        output: expect.stringContaining('Verification: OK'),
      })
      expect(output).toContain('Verified peername: localhost')
      expect(server.connections).toBe(1)
    })
  })

  test('and ends where the certificate is for another name', async () => {
    await at(
      'imap',
      'tls',
      async ({ subject }) => {
        const { status, output } = await shell(opensslCommand(subject), '')
        expect(status).not.toBe(0)
        expect(output).toContain('hostname mismatch')
      },
      { name: 'other.example' },
    )
  })

  test('and says EHLO with the name that was asked for', async () => {
    await at(
      'smtp',
      'starttls',
      async ({ subject, server }) => {
        await shell(opensslCommand(subject), 'QUIT\n')
        expect(linesOf(server)).toContain('EHLO client.example.net')
      },
      { ehloName: 'client.example.net' },
    )
  })
})

const PLAIN_IN_THE_CLEAR = { capabilities: '250-mail.example.test\r\n250 AUTH PLAIN' }

describe.skipIf(findProgram('swaks') === null)('swaks goes as far as the test did', () => {
  test.each([['anna@example.org'], [ODD]])('signs in as %s', async (userName) => {
    await at(
      'smtp',
      'none',
      async ({ subject, server }) => {
        const { status, output } = await shell(swaksCommand(subject), `${PASSWORD}\n`)
        expect(status).toBe(0)
        expect(nameIn(linesOf(server))).toEqual([userName])
        expect(output).not.toContain(PASSWORD)
        expect(linesOf(server).filter((line) => /^(?:MAIL|RCPT|DATA)/.test(line))).toEqual([])
      },
      { behaviour: PLAIN_IN_THE_CLEAR, signIn: { kind: 'sign-in', userName, mechanism: 'PLAIN' } },
    )
  })

  test('greets with the name that was asked for, and leaves', async () => {
    await at(
      'smtp',
      'none',
      async ({ subject, server }) => {
        expect((await shell(swaksCommand(subject), '')).status).toBe(0)
        expect(linesOf(server).slice(0, 2)).toEqual(['EHLO client.example.net', 'QUIT'])
      },
      { ehloName: 'client.example.net' },
    )
  })

  test('documents every option that is used', async () => {
    const { results } = await runConsumer(['swaks', '--help'], { env: {} })
    const subject: CommandSubject = {
      address: 'anna@example.org',
      endpoint: { protocol: 'smtp', host: 'smtp.example.org', port: 587, security: 'starttls' },
      family: 6,
      ehloName: 'client.example.net',
      signIn: { kind: 'sign-in', userName: 'anna', mechanism: 'PLAIN' },
    }
    const used = [
      subject,
      { ...subject, endpoint: { ...subject.endpoint, security: 'tls' as const } },
      { ...subject, signIn: { kind: 'relay' } as const },
    ].flatMap((one) => swaksCommand(one)?.match(/(?<= )--?[a-z0-9-]+/g) ?? [])
    expect(used.length).toBeGreaterThan(20)
    // It takes one hyphen or two, and writes either.
    const known = new Set(results.match(/(?<=\s--?)[a-z0-9][a-z0-9-]*/g))
    expect([...new Set(used)].filter((option) => !known.has(option.replace(/^--?/, '')))).toEqual([])
  })
})

test.each([['anna@example.org'], [ODD], ['--json']])('mailwright signs in as %s', async (userName) => {
  await at(
    'smtp',
    'starttls',
    async ({ subject, server }) => {
      const { results: words } = await shell(`printf '%s\\0' ${mailwrightCommand(subject)}`, '')
      const [program, command, ...options] = words.split('\0').slice(0, -1)
      expect([program, command]).toEqual(['mailwright', 'check'])
      const input = new PassThrough()
      input.end(PASSWORD)
      const status = await runCommandLine(['check', '--password-stdin', '--ca', ca, ...options], {
        input,
        results: new PassThrough().resume(),
        progress: new PassThrough().resume(),
        env: { LANG: 'en_US.UTF-8' },
        signal: new AbortController().signal,
      })
      expect(status).toBe(0)
      expect(nameIn(linesOf(server))).toEqual([userName])
      expect(linesOf(server).filter((line) => line.startsWith('EHLO'))).toEqual([
        'EHLO client.example.net',
        'EHLO client.example.net',
      ])
    },
    { ehloName: 'client.example.net', signIn: { kind: 'sign-in', userName, mechanism: 'PLAIN' } },
  )
})
