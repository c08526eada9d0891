import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli, type CliRun } from '../support/cli.ts'

/** What a terminal acts upon: the screen, its title, a link, the clipboard, the direction, the one-octet form. */
const TRICKS = [
  '\u001b[2J\u001b[1;1H',
  '\u001b]0;evil\u0007',
  '\u001b]8;;https://evil.example\u001b\\here',
  '\u001b]52;c;ZXZpbA==\u0007',
  '\u202eevil\u2066',
  '\u009b2J\u009d0;evil\u009c',
  '\u200b\u00ad\ufeff',
]
const ALL = TRICKS.join('')
/** Control characters are no part of a name, so that such a list is not one of ours; the others may be. */
const INVISIBLE = '\u202eevil\u2066\u200b\u00ad\ufeff'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-inert-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileWith(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

/** As text and as JSON: neither does anything to a terminal, and the JSON is one. */
async function expectInert(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<readonly CliRun[]> {
  const runs = await Promise.all([
    runCli([...args, '--no-color'], { env }),
    runCli([...args, '--json'], { env }),
  ])
  for (const { results, progress } of runs)
    expect(results + progress).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
  const json = runs[1]?.results ?? ''
  if (json !== '') JSON.parse(json)
  return runs
}

const service = (userName: string, issuer: string) => ({
  endpoint: {
    protocol: 'imap',
    host: 'imap.example.org',
    port: 993,
    security: 'tls',
  },
  userName,
  origin: 'found',
  signIn: 'password',
  slot: 'account',
  auth: 'plain',
  pin: null,
  seen: {
    addresses: [issuer],
    tls: issuer,
    certificate: {
      fingerprint: Array.from({ length: 32 }, () => 'AB').join(':'),
      issuer,
      validTo: issuer,
    },
    capabilities: [issuer],
  },
})

async function listOf(trick: string): Promise<NodeJS.ProcessEnv> {
  const data = await mkdtemp(join(folder, 'data-'))
  const account = {
    address: `anna${trick}@example.org`,
    providerId: null,
    secretStore: null,
    oauth: null,
    provedAt: `2026${trick}`,
    services: [service('anna', `CA${ALL}`)],
  }
  await writeFile(join(data, 'accounts.json'), JSON.stringify({ schema: 2, accounts: [account] }))
  return { MAILWRIGHT_DATA_DIR: data }
}

describe('a list of accounts is inert in the terminal', () => {
  test('a list of accounts with what turns and hides', async () => {
    const [text] = await expectInert(['accounts'], await listOf(INVISIBLE))
    expect(text?.results).toContain('anna�evil')
  })

  test.each(TRICKS.filter((trick) => /\p{Cc}/u.test(trick)))(
    'a list of accounts with %j in a name was not written by Mailwright',
    async (trick) => {
      // Which of the two runs finds it first is said once.
      const runs = await expectInert(['accounts'], await listOf(trick))
      expect(runs.map(({ progress }) => progress).join('')).toContain('The list of accounts was damaged')
    },
  )

  test('a line that is made up does not become one', async () => {
    const [text] = await expectInert(['accounts'], await listOf('\n✓ everything works\n'))
    expect(text?.results).not.toContain('everything works')
  })
})

describe('other files are inert in the terminal', () => {
  test('a policy: the place of its fault', async () => {
    const policy = await fileWith(
      'fault.json',
      JSON.stringify({ schema: 1, organisation: 'Contoso', [`lo${ALL}\nck`]: [] }),
    )
    const [text] = await expectInert(['discover', 'anna@example.org', '--offline', '--policy', policy])
    expect(text?.status).toBe(2)
    expect(text?.progress.trimEnd()).not.toContain('\n')
  })

  test('a policy: its organisation, its support line and its provider', async () => {
    const words = `Contoso${INVISIBLE}`
    const servers = { imap: ['imap.contoso.example:993:tls'] }
    const provider = { id: 'contoso', name: words, domains: ['contoso.example'], servers }
    const content = {
      schema: 1,
      organisation: words,
      support: { text: words, url: null },
      providers: [provider],
    }
    const policy = await fileWith('words.json', JSON.stringify({ ...content, locked: ['servers'] }))
    const [found] = await expectInert(['discover', 'anna@contoso.example', '--offline', '--policy', policy])
    expect(found?.results).toContain('Contoso')
    const other = ['check', 'anna@contoso.example', '--imap', 'evil.example:993:tls', '--no-login']
    const [refused] = await expectInert([...other, '--policy', policy])
    expect(refused?.progress).toContain('[CFG_LOCKED]')
  })

  test.each([
    ['a reply', `550 5.1.1 <bob${ALL}@example.net>: User ${ALL} unknown\n`],
    [
      'a bounce',
      `From: MAILER-DAEMON${ALL}@example.net\nSubject: ${ALL}\n\nFinal-Recipient: rfc822; bob${ALL}@example.net\n` +
        `Action: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx${ALL}.example.net\nDiagnostic-Code: smtp; 550 5.1.1 ${ALL}\n`,
    ],
  ])('%s that is pasted', async (name, content) => {
    await expectInert(['explain', await fileWith(`${name}.eml`, content)])
  })

  test('the headers of a message', async () => {
    const message = `From: Anna${ALL} <anna@evil${ALL}.example>\nTo: ${ALL}\nSubject: ${ALL}\nDate: ${ALL}\nMessage-ID: <1${ALL}@x>\n\n`
    const file = await fileWith('message.eml', message)
    await expectInert([
      'arrive',
      'anna@example.org',
      '--message',
      file,
      '--dns',
      '127.0.0.1:9',
      '--timeout',
      '0.5',
    ])
  })

  test('the name of a file that cannot be read', async () => {
    const [text] = await expectInert(['explain', join(folder, `no${ALL}thing`)])
    expect(text?.progress).toContain('there is no such file')
  })
})

describe('the name of a file is one line without colours', () => {
  const NAME = 'a\tb\n\u001b[31mc'
  const check = ['check', 'anna@example.test', '--imap', 'localhost:1:tls', '--no-login']

  test.each([
    ['a report', [...check, '--report', `nowhere/${NAME}/x`]],
    ['a text to explain', ['explain', NAME]],
    ['certificates', [...check, '--ca', NAME]],
    ['a policy', [...check, '--policy', NAME]],
    ['a command', [NAME]],
    ['an option', ['providers', `--${NAME}`]],
  ])('%s', { timeout: 60_000 }, async (_, args) => {
    const { progress } = await runCli(args)
    expect(progress).toMatch(/a.b.{1,2}c/u)
    expect(progress).not.toMatch(/[\t\u001b]/)
    expect(progress.trimEnd().split('\n')).toHaveLength(1)
  })

  test('a report that was written', { timeout: 60_000 }, async () => {
    const file = join(folder, NAME)
    const { progress } = await runCli([...check, '--report', file, '--timeout', '2'])
    expect(progress).not.toMatch(/[\t\u001b]/)
    expect(progress.split('\n').filter((line) => line.includes('a\ufffdb'))).toEqual([
      expect.stringMatching(/a\ufffdb\ufffd\ufffdc/),
    ])
  })
})
