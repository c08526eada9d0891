import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'
import { HOST, serverTls, stranger } from '../support/certificates.ts'
import { runHere } from '../support/cli-here.ts'
import { REFUSES, startMailWorld, WANTS_SIGN_IN, type MailWorld } from '../support/mail-world.ts'

const SECRET = 'inspected-secret-7f3a'

let world: MailWorld
beforeAll(async () => {
  world = await startMailWorld({
    smtp: ['smtp', 'starttls'],
    smtps: ['smtp', 'tls'],
    imaps: ['imap', 'tls'],
    imap: ['imap', 'starttls'],
    'refusing-smtp': ['smtp', 'starttls', REFUSES],
    'refusing-imap': ['imap', 'tls', REFUSES],
    'wants-sign-in': ['smtp', 'starttls', WANTS_SIGN_IN],
    'no-starttls': ['smtp', 'clear'],
    'other-name': ['imap', 'tls', {}, await serverTls({ dnsNames: ['other.example.test'] })],
    stranger: ['imap', 'tls', {}, await serverTls({}, stranger)],
  })
})
afterAll(() => world.stop())

const MSMTP = `account a
host ${HOST}
port PORT
from anna@example.test
tls on
auth on
user anna@example.test
`
const MBSYNC = `IMAPAccount a
Host ${HOST}
Port PORT
User anna@example.test
SSLType IMAPS
`
const TEXTS = { msmtp: MSMTP, mbsync: MBSYNC } as const

interface Inspected {
  readonly status: number
  readonly said: string
  readonly findings: readonly Readonly<Record<string, unknown>>[]
  readonly verdict: unknown
}

async function inspect(
  client: ReadableClient,
  text: string,
  options: readonly string[] = ['--test', '--password-stdin'],
): Promise<Inspected> {
  const path = join(world.folder, 'settings')
  await writeFile(path, text)
  const data = await mkdtemp(join(world.folder, 'data-'))
  const { status, results, progress } = await runHere(
    ['inspect', '--client', client, '--profile', path, ...options, ...world.options, '--json'],
    { input: SECRET, env: { MAILWRIGHT_DATA_DIR: data } },
  )
  if (results === '') throw new Error(progress)
  const { programs } = JSON.parse(results) as {
    readonly programs: readonly {
      readonly accounts: readonly {
        readonly endpoints: readonly { readonly verdict: unknown }[]
        readonly findings: Inspected['findings']
      }[]
    }[]
  }
  const [account] = programs[0]?.accounts ?? []
  return {
    status,
    said: results + progress,
    findings: account?.findings ?? [],
    verdict: account?.endpoints[0]?.verdict,
  }
}

describe('an account that works as it is set up has no finding', () => {
  test.each([
    ['msmtp', 'smtp'],
    ['mbsync', 'imaps'],
  ] as const)('%s', async (client, server) => {
    const { status, findings, verdict, said } = await inspect(
      client,
      TEXTS[client].replace('PORT', world.portOf(server)),
    )
    expect({ status, findings, verdict }).toEqual({ status: 0, findings: [], verdict: 'ok' })
    expect(said).not.toContain(SECRET)
  })
})

const WRONG: readonly (readonly [
  what: string,
  client: 'msmtp' | 'mbsync',
  server: string,
  from: string,
  to: string,
  code: string,
  field: string,
])[] = [
  [
    'SSL/TLS on a port with STARTTLS',
    'msmtp',
    'smtp',
    'tls on',
    'tls on\ntls_starttls off',
    'TLS_NOT_TLS',
    'encryption',
  ],
  ['STARTTLS on a port with SSL/TLS', 'msmtp', 'smtps', 'x', 'x', 'TLS_EXPECTED', 'encryption'],
  ['STARTTLS for IMAP there', 'mbsync', 'imaps', 'IMAPS', 'STARTTLS', 'TLS_EXPECTED', 'encryption'],
  ['no STARTTLS at all', 'msmtp', 'no-starttls', 'x', 'x', 'STARTTLS_MISSING', 'encryption'],
  ['a port on which nothing listens', 'msmtp', 'none', 'x', 'x', 'NET_REFUSED', 'port'],
  ['a server that is not there', 'mbsync', 'imaps', HOST, 'gone.example.test', 'NET_DNS_NONE', 'server'],
  ['the server for sending', 'mbsync', 'smtps', 'x', 'x', 'PROTO_WRONG_SERVICE', 'server'],
  ['a certificate of another name', 'mbsync', 'other-name', 'x', 'x', 'TLS_NAME', 'certificate'],
  ['a certificate of a stranger', 'mbsync', 'stranger', 'x', 'x', 'TLS_UNTRUSTED', 'certificate'],
  ['a refused password for sending', 'msmtp', 'refusing-smtp', 'x', 'x', 'AUTH_REJECTED', 'password'],
  ['a refused password for receiving', 'mbsync', 'refusing-imap', 'x', 'x', 'AUTH_REJECTED', 'password'],
  [
    'a token where passwords alone are taken',
    'msmtp',
    'smtp',
    'auth on',
    'auth xoauth2',
    'SET_OAUTH',
    'authentication',
  ],
  [
    'an encrypted password where none is taken',
    'msmtp',
    'smtp',
    'auth on',
    'auth cram-md5',
    'SET_METHOD',
    'authentication',
  ],
  ['NTLM where none is taken', 'msmtp', 'smtp', 'auth on', 'auth ntlm', 'SET_METHOD', 'authentication'],
  [
    'no sign-in where one is required',
    'msmtp',
    'wants-sign-in',
    'auth on',
    'auth off',
    'SET_NO_SIGN_IN',
    'authentication',
  ],
  ['no encryption', 'msmtp', 'smtp', 'tls on', 'tls off', 'SET_NO_ENCRYPTION', 'encryption'],
]

describe('a live test names the field that is wrong', () => {
  test.each(WRONG)('%s', async (_what, client, server, from, to, code, field) => {
    const text = TEXTS[client].replace('PORT', world.portOf(server)).replace(from, to)
    const { status, findings, said } = await inspect(client, text)
    expect(findings[0]).toMatchObject({ code, field, severity: 'error' })
    expect(status).toBe(1)
    expect(said).not.toContain(SECRET)
  })
})

test('a user name that differs explains a refused password', async () => {
  const text = MSMTP.replace('PORT', world.portOf('refusing-smtp')).replace(
    'user anna@example.test',
    'user "anna "',
  )
  const { findings } = await inspect('msmtp', text)
  expect(findings[0]).toMatchObject({ code: 'SET_USER_NAME', field: 'user-name', has: 'anna ' })
})

test('without a password the server is only reached, and what it announces is judged', async () => {
  const { status, findings } = await inspect('msmtp', MSMTP.replace('PORT', world.portOf('smtp')), [
    '--test',
    '--no-login',
  ])
  expect({ status, findings }).toEqual({ status: 0, findings: [] })
})

describe('wrong usage is said', () => {
  test.each([
    [['--client', 'pine'], '--client takes one of thunderbird'],
    [['--profile', 'x'], '--profile needs --client'],
    [['--client', 'msmtp', '--saved'], '--saved only with --test'],
    [['--client', 'msmtp', '--test', '--saved', '--no-login'], 'give only one of --saved, --no-login'],
  ])('%j', async (args, words) => {
    const { status, progress } = await runHere(['inspect', ...args])
    expect(status).toBe(2)
    expect(progress).toContain(words)
  })
})

test('a file that is not there is said, in words and as a code', async () => {
  const run = await runHere([
    'inspect',
    '--client',
    'msmtp',
    '--profile',
    join(world.folder, 'none'),
    '--json',
  ])
  expect(run.status).toBe(1)
  expect(JSON.parse(run.results)).toMatchObject({
    schema: 1,
    programs: [{ client: 'msmtp', version: null, error: { code: 'FILE_MISSING' }, accounts: [] }],
  })
})

test('the words say what to change and where', async () => {
  const path = join(world.folder, 'words')
  await writeFile(
    path,
    'account a\nhost mail.gmx.net\nport 465\nfrom anna@gmx.net\ntls on\nauth on\nuser anna@gmx.net\n',
  )
  const { results } = await runHere(['inspect', '--client', 'msmtp', '--profile', path, '--no-color'])
  expect(results).toContain('Encryption: STARTTLS → SSL/TLS')
  expect(results).toContain('In the file: tls, tls_starttls')
})

test('what differs and may be meant so is not changed, and the user hears why', async () => {
  const text =
    'account a\nhost smtp.gmail.com\nport 25\nfrom anna@gmail.com\ntls on\nauth on\nuser anna@gmail.com\n'
  const { status, findings, said } = await inspect('msmtp', text, ['--fix', '--yes'])
  expect(findings).toMatchObject([{ code: 'SET_PORT_UNUSUAL', severity: 'warning' }])
  expect(said).toContain('[FIX_NOTHING]')
  expect(status).toBe(0)
  expect(await readFile(join(world.folder, 'settings'), 'utf8')).toBe(text)
})

test.each([
  [['--yes'], '--yes goes with --fix alone'],
  [['--undo'], '--undo needs --client'],
  [['--undo', '--client', 'msmtp', '--fix'], '--undo needs --client'],
])('wrong usage is said: %j', async (args, words) => {
  expect(await runHere(['inspect', ...args])).toMatchObject({
    status: 2,
    progress: expect.stringContaining(words) as unknown,
  })
})
