import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXPORT_FORMAT_NAMES } from '#shared/domain/program-names.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import { runCommandLine } from '#cli/run.ts'
import { runCli, type CliRun } from '../support/cli.ts'

const SERVERS = ['--imap', 'imap.example.org:993:tls', '--smtp', 'smtp.example.org:587:starttls']

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-export-'))
  await writeFile(join(folder, 'taken'), 'mine')
  await symlink('taken', join(folder, 'link'))
  await mkdir(join(folder, 'data'))
})
afterAll(() => rm(folder, { recursive: true }))

/** In this very process: nothing here is about the process itself. */
async function run(args: readonly string[]): Promise<CliRun> {
  const [results, progress] = [new PassThrough(), new PassThrough()]
  const { signal } = new AbortController()
  const terminal = { input: new PassThrough(), results, progress, env: { LANG: 'en_US.UTF-8' }, signal }
  const status = await runCommandLine(args, terminal)
  results.end()
  progress.end()
  return { status, results: await text(results), progress: await text(progress) }
}

const exportFor = (...args: readonly string[]) => run(['export', 'anna@example.org', ...args])

test('--list names every format, one a line', async () => {
  const { status, results } = await run(['export', '--list'])
  expect(status).toBe(0)
  expect(
    results
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual([...EXPORT_FORMAT_NAMES, 'thunderbird-profile'])
})

test('the file is printed, and what it lacks and where it goes is said beside it', async () => {
  const { status, results, progress } = await exportFor(...SERVERS, '--format', 'msmtp')
  expect(status).toBe(0)
  expect(results).toMatch(
    /^# Made by Mailwright[^\n]+\ndefaults\ntls on\ntls_starttls on\n[\s\S]+user "anna@example\.org"\n$/,
  )
  expect(progress).toContain('These servers were given, not tested.')
  expect(progress).toContain('msmtp only sends mail.')
  expect(progress).toContain('Better: --format mbsync')
  expect(progress).toContain('Save it as ~/.msmtprc')
})

test('--out writes it once, readable by its owner alone, and --force replaces it', async () => {
  const file = join(folder, 'msmtprc')
  expect(await exportFor(...SERVERS, '--format', 'msmtp', '--out', file)).toMatchObject({
    status: 0,
    results: '',
  })
  const first = await readFile(file, 'utf8')
  expect((await stat(file)).mode & 0o077).toBe(0)
  const again = await exportFor(...SERVERS, '--format', 'mbsync', '--out', file)
  expect(again).toMatchObject({ status: 2, results: '' })
  expect(again.progress).toContain('Nothing was overwritten; --force replaces it. [FILE_EXISTS]')
  expect(await readFile(file, 'utf8')).toBe(first)
  expect((await exportFor(...SERVERS, '--format', 'mbsync', '--out', file, '--force')).status).toBe(0)
  expect(await readFile(file, 'utf8')).toContain('IMAPAccount')
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

describe('nothing is written', () => {
  test.each([
    [
      'to a link, not even with --force',
      ['--format', 'msmtp', '--out', 'FOLDER/link', '--force'],
      3,
      'FILE_UNSAFE',
    ],
    ['to a folder', ['--format', 'msmtp', '--out', 'FOLDER/data', '--force'], 2, 'FILE_UNSAFE'],
    ['to no folder', ['--format', 'msmtp', '--out', 'FOLDER/no/x'], 2, 'FILE_MISSING'],
    [
      'of a value that the format cannot hold',
      ['--format', 'aerc', '--user', '$(id)', '--out', 'FOLDER/x'],
      1,
      'FILE_VALUE',
    ],
    [
      'of settings that the format cannot hold',
      ['--format', 'msmtp', '--oauth', '--out', 'FOLDER/x'],
      1,
      'CFG_FORMAT',
    ],
    [
      'of servers that would take a password in clear',
      ['--format', 'msmtp', '--smtp', 'smtp.example.org:25:none'],
      2,
      'CFG_INSECURE',
    ],
  ])('%s', async (_, args, status, code) => {
    const words = args.map((word) => word.replace('FOLDER', folder))
    const ended = await exportFor(...SERVERS, ...words)
    expect(ended.progress).toContain(code)
    expect(ended).toMatchObject({ status, results: '' })
    expect(await readFile(join(folder, 'taken'), 'utf8')).toBe('mine')
    expect(await readdir(folder)).not.toContain('x')
  })
})

test('--json holds the content, the limits and the code', async () => {
  const made = await exportFor(...SERVERS, '--format', 'imapflow', '--json')
  expect(JSON.parse(made.results)).toMatchObject({
    schema: 1,
    format: 'imapflow',
    file: null,
    error: null,
    limits: [{ kind: 'receives-only', weight: 'narrows', better: { format: 'nodemailer' } }],
  })
  const refused = await exportFor(...SERVERS, '--format', 'outlook-registry', '--json')
  expect(refused.status).toBe(1)
  expect(JSON.parse(refused.results)).toMatchObject({ content: null, error: { code: 'CFG_FORMAT' } })
})

test.each([
  [
    '--saved beside servers',
    ['--format', 'json', '--saved', ...SERVERS],
    'give only one of --saved, --smtp, --imap',
  ],
  ['a format that is none', ['--format', 'elm', ...SERVERS], '--format takes one of mobileconfig'],
])('%s is wrong usage', async (_, args, words) => {
  const { status, progress } = await exportFor(...args)
  expect(progress).toContain(words)
  expect(status).toBe(2)
})

test('without servers, an account that is not saved is wrong usage', async () => {
  const { status, progress } = await runCli(['export', 'anna@example.org', '--format', 'json'])
  expect(progress).toContain('is not saved here')
  expect(status).toBe(2)
})

test('a saved account is exported without being opened: no keychain, no question, no secret', async () => {
  const data = join(folder, 'data')
  await copyFile(inRoot('test/unit/engine/accounts/accounts-schema-1.json'), join(data, 'accounts.json'))
  const { status, results, progress } = await runCli(
    ['export', 'anna@example.org', '--saved', '--format', 'json'],
    {
      env: { MAILWRIGHT_DATA_DIR: data },
    },
  )
  expect(status, progress).toBe(0)
  expect(JSON.parse(results)).toMatchObject({
    schema: 1,
    address: 'anna@example.org',
    services: [
      { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', signIn: 'password' },
      { protocol: 'smtp', host: 'relay.example.org', port: 25, security: 'starttls', signIn: 'none' },
    ],
  })
  expect(progress).not.toContain('not tested')
})

test('guide: the steps with the values, and --json with each value alone', async () => {
  const guide = (...args: readonly string[]) => run(['guide', 'anna@example.org', ...SERVERS, ...args])
  const { status, results } = await guide('--client', 'thunderbird')
  expect(status).toBe(0)
  expect(results).toMatch(/^anna@example\.org in Thunderbird\nIn the words of Thunderbird 153, described on /)
  expect(results).toMatch(/\n {1,2}\d+\. Hostname: imap\.example\.org\n {1,2}\d+\. Port: 993\n/)
  const json = JSON.parse((await guide('--client', 'apple-mail', '--json')).results) as {
    steps: readonly { value: string | null }[]
  }
  expect(json).toMatchObject({ schema: 1, client: 'apple-mail' })
  expect(json.steps.map(({ value }) => value)).toContain('smtp.example.org')
  const unknown = await guide('--client', 'pine')
  expect(unknown.status).toBe(2)
  expect(unknown.progress).toContain('--client takes one of outlook-new, outlook-classic')
})
