import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runCommandLine } from '#cli/run.ts'
import type { CliRun } from '../support/cli.ts'

const SERVERS = ['--imap', 'imap.example.org:993:tls', '--smtp', 'smtp.example.org:587:starttls']
const PREFS = '// Mozilla User Preferences\n\nuser_pref("a", 1);\n'

let home = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'mailwright-export-profile-'))
  vi.stubEnv('HOME', home)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(home, { recursive: true })
})

async function profile(name: string): Promise<string> {
  const path = join(home, '.thunderbird', name)
  await mkdir(path, { recursive: true })
  await writeFile(join(path, 'prefs.js'), PREFS)
  return path
}

/** The first is the one that Thunderbird opens by itself. */
async function profiles(...names: readonly string[]): Promise<readonly string[]> {
  const paths = await Promise.all(names.map(profile))
  const sections = names.map((name, at) => `[Profile${at}]\nName=${name}\nIsRelative=1\nPath=${name}\n`)
  const installs = `[InstallABC]\nDefault=${names[0]}\n`
  await writeFile(join(home, '.thunderbird/profiles.ini'), `${installs}${sections.join('\n')}`)
  return paths
}

/** @param answer what a user types at the question; nobody is there without */
async function run(args: readonly string[], answer: string | null = null): Promise<CliRun> {
  const [input, results, progress] = [new PassThrough(), new PassThrough(), new PassThrough()]
  if (answer !== null) input.write(`${answer}\n`)
  const { signal } = new AbortController()
  const terminal = {
    input: Object.assign(input, { isTTY: answer !== null }),
    results,
    progress,
    env: { LANG: 'en_US.UTF-8', MAILWRIGHT_DATA_DIR: join(home, 'data') },
    signal,
  }
  const status = await runCommandLine(args, terminal)
  results.end()
  progress.end()
  return { status, results: await text(results), progress: await text(progress) }
}

const FORMAT = ['export', 'anna@example.org', '--format', 'thunderbird-profile']
const write = (...args: readonly string[]) => run([...FORMAT, ...SERVERS, '--force', ...args])
const prefsIn = (path: string) => readFile(join(path, 'prefs.js'), 'utf8')

describe('export --format thunderbird-profile', () => {
  test('shows what it would write, asks, and writes it', async () => {
    const [path = ''] = await profiles('default')
    const { status, results, progress } = await run([...FORMAT, ...SERVERS], 'y')
    expect(status).toBe(0)
    expect(results).toContain(`This is written into ${path}:`)
    expect(results).toContain('+ mail.server.server1.hostname = "imap.example.org"')
    expect(results).toMatch(/beside it in prefs-before-mailwright-[0-9a-f]{32}\.js\./)
    expect(progress).toContain('These servers were given, not tested.')
    expect(progress).toContain('Write it? [y/N]')
    expect(progress).toContain('Start Thunderbird. It asks for the password')
    expect(await prefsIn(path)).toContain('user_pref("mail.smtpserver.smtp1.try_ssl", 2);')
  })

  test.each([
    ['the user says no', 'n', 1],
    ['no user is there to ask', null, 2],
  ])('writes nothing where %s, and has shown it', async (_, answer, status) => {
    const [path = ''] = await profiles('default')
    const result = await run([...FORMAT, ...SERVERS], answer)
    expect(result.status).toBe(status)
    expect(result.results).toContain('+ mail.smtpservers = "smtp1"')
    expect(await prefsIn(path)).toBe(PREFS)
    expect(await readdir(path)).toEqual(['prefs.js'])
  })
})

describe('a profile that was written into', () => {
  test('is as before after --undo, which is there once', async () => {
    const [path = ''] = await profiles('default')
    expect((await write()).status).toBe(0)
    expect(await run([...FORMAT, '--undo'])).toMatchObject({ status: 0 })
    expect(await prefsIn(path)).toBe(PREFS)
    const again = await run([...FORMAT, '--undo'])
    expect(again.status).toBe(1)
    expect(again.progress).toContain('[PROFILE_NO_BACKUP]')
  })

  test('is told as JSON, with the changes and the name of the backup', async () => {
    const [path = ''] = await profiles('default')
    const { status, results } = await write('--json')
    expect(status).toBe(0)
    expect(JSON.parse(results)).toMatchObject({
      schema: 1,
      format: 'thunderbird-profile',
      program: 'Thunderbird',
      profile: { name: 'default', path, state: 'closed' },
      changes: expect.arrayContaining([
        { name: 'mail.smtpservers', before: null, after: '"smtp1"' },
      ]) as unknown,
      limits: [],
      backup: expect.stringMatching(/^prefs-before-mailwright-/) as unknown,
      error: null,
    })
    const undone = await run([...FORMAT, '--undo', '--json'])
    expect(JSON.parse(undone.results)).toMatchObject({ schema: 1, undone: true, profile: { path } })
  })

  test('has the account, and gets no second one', async () => {
    const [path = ''] = await profiles('default')
    await write()
    const first = await prefsIn(path)
    const again = await write('--json')
    expect(again.status).toBe(1)
    expect(JSON.parse(again.results)).toMatchObject({ error: { code: 'PROFILE_HAS_ACCOUNT' } })
    expect(await prefsIn(path)).toBe(first)
  })
})

describe('which profile is meant', () => {
  test('is the one that Thunderbird opens', async () => {
    const [first = '', second = ''] = await profiles('release', 'old')
    await write()
    expect(await prefsIn(first)).not.toBe(PREFS)
    expect(await prefsIn(second)).toBe(PREFS)
  })

  test.each(['name', 'folder'])('is said by --profile, by its %s', async (by) => {
    const [first = '', second = ''] = await profiles('release', 'old')
    await write('--profile', by === 'name' ? 'old' : second)
    expect(await prefsIn(first)).toBe(PREFS)
    expect(await prefsIn(second)).not.toBe(PREFS)
  })

  test('is not said by a folder that is no profile, and those that are one are named', async () => {
    const [path = ''] = await profiles('release')
    const { status, progress } = await write('--profile', home)
    expect(status).toBe(2)
    expect(progress).toContain(`Choose one with --profile: ${path}`)
  })

  test('is none where there is none', async () => {
    const { status, progress } = await write()
    expect(status).toBe(1)
    expect(progress).toContain('No profile of Thunderbird was found')
  })
})

test.each([
  [['--format', 'thunderbird-profile', '--out', 'x'], '--out does not go with thunderbird-profile'],
  [['--format', 'msmtp', '--undo'], '--undo goes with --format thunderbird-profile alone'],
  [['--format', 'msmtp', '--profile', 'x'], '--profile goes with --format thunderbird-profile alone'],
])('%j makes no sense', async (args, reason) => {
  const { status, progress } = await run(['export', 'anna@example.org', ...SERVERS, ...args])
  expect(status).toBe(2)
  expect(progress).toContain(reason)
})
