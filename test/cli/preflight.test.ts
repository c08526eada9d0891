import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PreflightLine } from '#shared/preflight/preflight-line.ts'
import { requireValue } from '../support/checked-json.ts'
import { runCli } from '../support/cli.ts'
import { runHere, type HereOptions } from '../support/cli-here.ts'
import {
  domainNames,
  domainOf,
  KINDS,
  startPreflightWorld,
  type PreflightWorld,
} from '../support/preflight-world.ts'

let world: PreflightWorld
beforeAll(async () => {
  world = await startPreflightWorld()
})
afterAll(() => world.stop())

/** What ends when changes with the day. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T12:00:00Z') }))
afterEach(() => void vi.useRealTimers())

function preflight(args: readonly string[], options: HereOptions = {}) {
  return runHere(['preflight', ...args, ...world.options], options)
}

function linesOf(text: string): readonly PreflightLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const value = JSON.parse(line) as PreflightLine
      requireValue('preflight', value)
      return value
    })
}

/** The part of a line that the records decide. */
function gist({ domain, mail, relay, provider, breaksOn, contradictions }: PreflightLine): string {
  const name = provider === null ? 'unknown' : `${provider.certainty} ${provider.name}`
  const parts = [mail, relay, name, breaksOn, ...contradictions.map(({ kind }) => `against: ${kind}`)]
  return `${(domain ?? '').replace(/-\d+\.test$/, '')}: ${parts.filter((part) => part !== null).join(', ')}`
}

const GISTS = [
  'microsoft: provider, known Microsoft 365, 2027-01-01',
  'microsoft-elsewhere: provider, known Microsoft 365, 2027-01-01, against: servers',
  'google: provider, known Google Workspace, 2027-01-01',
  'filtered: filter, Proofpoint, probable Microsoft 365, 2027-01-01',
  'own: own, unknown',
  'hosted: hoster, unknown',
  'silent-mx: none, unknown, against: null-mx',
  'gone: no-record, unknown',
]

describe('a list of domains', () => {
  test('is told domain by domain: who has the mail, what ends when, what contradicts', async () => {
    const file = await world.write('domains.txt', domainNames(KINDS.length).join('\n'))
    const { status, results, progress } = await preflight([file, '--json'])
    expect(linesOf(results).map(gist)).toEqual(GISTS)
    expect(progress).toContain('8 of 8 domains')
    expect(progress).toContain('Passwords for outgoing mail (SMTP AUTH)')
    expect(status).toBe(1)
  })

  test('asks at most 25 questions about a domain', async () => {
    const names = domainNames(40)
    const file = await world.write('many.txt', names.join('\n'))
    const before = world.dns.questions.length
    await preflight([file, '--json'])
    // A busy computer loses a packet, and asks the same once more.
    const questions = new Set(world.dns.questions.slice(before))
    const own = Map.groupBy(questions, (question) => domainOf(question.split(' ')[1] ?? ''))
    for (const name of names) expect([name, (own.get(name) ?? []).length <= 25]).toEqual([name, true])
  })
})

describe('a list of addresses', () => {
  test('asks about each domain once, and counts whom it concerns', async () => {
    const file = await world.write(
      'mailboxes.csv',
      [
        'PrimarySmtpAddress,SmtpAuth',
        'anna@microsoft-1.test,on',
        'bob@microsoft-1.test,off',
        'carl@microsoft-1.test,on',
        'dora@microsoft-2.test,off',
      ].join('\r\n'),
    )
    const before = world.dns.questions.length
    const { status, results } = await preflight([file, '--json'])
    const [first, second, ...rest] = linesOf(results)
    expect(rest).toEqual([])
    expect(first).toMatchObject({ domain: 'microsoft-1.test', line: 2, addresses: 3, smtpAuthOn: 2 })
    expect(first?.breaks[0]).toMatchObject({ kind: 'sign-in-ends', services: 'sending', addresses: 2 })
    // With SMTP AUTH off everywhere, what ends next is something else.
    expect(second).toMatchObject({ domain: 'microsoft-2.test', smtpAuthOn: 0, breaksOn: '2027-01-01' })
    expect(second?.breaks[0]).toMatchObject({ services: 'sending', addresses: 0 })
    const asked = world.dns.questions.slice(before)
    expect(asked.filter((question) => question === 'MX microsoft-1.test')).toHaveLength(1)
    // Who the people are is nobody's business.
    expect(asked.join('\n') + results).not.toMatch(/anna|bob|carl|dora/)
    expect(status).toBe(1)
  })

  test('comes from standard input too, and what is wrong in it is named by its line', async () => {
    const input = 'google-0.test\nhello world\n\nhosted-0.test'
    const { status, results } = await preflight(['-', '--json'], { input })
    const lines = linesOf(results)
    expect(lines.map(({ line, domain, error }) => [line, domain, error?.code ?? null])).toEqual([
      [1, 'google-0.test', null],
      [2, null, 'ADDR_INVALID'],
      [4, 'hosted-0.test', null],
    ])
    expect(results).not.toContain('hello')
    expect(status).toBe(1)
  })

  test('in which nothing ends and nothing contradicts ends well', async () => {
    const { status } = await preflight(['-'], { input: 'hosted-0.test\nown-0.test\n' })
    expect(status).toBe(0)
  })
})

describe('what comes of it', () => {
  const input = domainNames(KINDS.length).join('\n')

  test('is a table for a spreadsheet', async () => {
    const { results } = await preflight(['-', '--format', 'csv'], { input })
    const [head, ...lines] = results.trimEnd().split('\n')
    expect(head).toBe(
      'line,domain,addresses,smtp_auth_on,breaks_on,mail,provider,certainty,relay,mx,servers,sign_in,breaks,contradictions,notes,error',
    )
    expect(lines).toHaveLength(KINDS.length)
    expect(lines[0]).toContain(
      '1,microsoft-0.test,1,,2027-01-01,provider,Microsoft 365,known,,microsoft-0-test.mail.protection.outlook.com,',
    )
    expect(lines[0]).toContain('"oauth all; password sending until 2027-01-01"')
  })

  test('is one page without a script, and a summary beside it', async () => {
    const out = join(world.folder, 'preflight.html')
    const { results } = await preflight(['-', '--format', 'html', '--out', out], { input })
    const page = await readFile(out, 'utf8')
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).toMatch(/<\/html>\n$/)
    expect(page).not.toMatch(/<script|<img|<link|https?:/)
    expect(page.match(/<tr><td>[a-z-]+-\d\.test \(1 address\)/g)).toHaveLength(KINDS.length)
    expect(page).toContain('names imap.old-hoster.example.net'.slice(6))
    expect(results).toContain('8 domains, named by 8 lines; 5 to look after')
  })

  test('is told to a person in the language of the terminal', async () => {
    const { results } = await preflight(['-', '--lang', 'de'], { input })
    expect(results).toContain('microsoft-0.test (1 Adresse)')
    expect(results).toContain('Proofpoint')
    expect(results).toContain('1. Jan. 2027')
    expect(results).toContain('empfängt keine Mail (RFC 7505)')
  })
})

const USUAL = 200
/** `MAILWRIGHT_PREFLIGHT_DOMAINS=10000` measures a whole list. The memory it may take stays the same. */
const DOMAINS = Number(process.env['MAILWRIGHT_PREFLIGHT_DOMAINS'] ?? USUAL)
const MOST_HEAP_MIB = 96

test(
  'a long list takes no more memory than a short one',
  async () => {
    const file = await world.write('long.txt', domainNames(DOMAINS).join('\n'))
    const out = join(world.folder, 'long.csv')
    const startedAt = performance.now()
    const { status, results } = await runCli(
      ['preflight', file, '--format', 'csv', '--out', out, ...world.options],
      { node: [`--max-old-space-size=${MOST_HEAP_MIB}`] },
    )
    if (DOMAINS > USUAL)
      console.info(`${Math.round((DOMAINS * 1_000) / (performance.now() - startedAt))} domains a second`)
    expect(results).toContain(`${DOMAINS.toLocaleString('en')} domains`)
    expect((await readFile(out, 'utf8')).trimEnd().split('\n')).toHaveLength(DOMAINS + 1)
    expect(status).toBe(1)
  },
  60_000 + DOMAINS * 50,
)

describe('a run that is stopped', () => {
  test('says how far it has come, and goes on with --resume without asking twice', async () => {
    const names = domainNames(160)
    const file = await world.write('stopped.txt', names.join('\n'))
    const out = join(world.folder, 'stopped.ndjson')
    const args = [file, '--json', '--out', out]
    let interrupt: () => void = () => {}
    world.onQuestion((question) => {
      if (question === 'MX filtered-83.test') interrupt()
    })
    const first = await preflight(args, { onStart: (given) => (interrupt = given) })
    world.onQuestion(() => {})
    expect(first.status).toBe(1)
    const [, done = ''] = /stopped after (\d+) of 160 domains/.exec(first.progress) ?? []
    const written = (await readFile(out, 'utf8')).trimEnd().split('\n')
    expect(written).toHaveLength(Number(done))
    expect(written.length).toBeGreaterThan(20)
    expect(written.length).toBeLessThan(100)
    const before = world.dns.questions.length
    const second = await preflight([...args, '--resume'])
    expect(second.progress).toContain(`${done} rows were done before.`)
    expect(JSON.parse(second.results)).toMatchObject({ schema: 1, domains: 160, wrongLines: 0 })
    const lines = linesOf(await readFile(out, 'utf8'))
    expect(lines.map(({ domain }) => domain)).toEqual(names)
    const again = new Set(world.dns.questions.slice(before).map((one) => domainOf(one.split(' ')[1] ?? '')))
    expect(written.filter((line) => again.has((JSON.parse(line) as PreflightLine).domain ?? ''))).toEqual([])
  })

  test('does not go on in a file that something else has written', async () => {
    const out = join(world.folder, 'foreign.ndjson')
    await writeFile(out, '{"schema":2}\n')
    const { status, progress } = await preflight(['-', '--json', '--out', out, '--resume'], {
      input: 'own-0.test',
    })
    expect(status).toBe(2)
    expect(progress).toContain('Not all of it was written by this command')
    expect(await readFile(out, 'utf8')).toBe('{"schema":2}\n')
  })
})

test.each<readonly [what: string, args: readonly string[], input: string]>([
  ['no list', [], ''],
  ['two lists', ['a', 'b'], ''],
  ['an empty list', ['-'], '\n# nothing\n'],
  ['a table without a known column', ['-'], 'a,b\n1,2\n'],
  ['a format that is none', ['-', '--format', 'xml'], 'example.org'],
  ['two formats', ['-', '--format', 'csv', '--json'], 'example.org'],
  ['going on with a table', ['-', '--format', 'csv', '--out', 'x.csv', '--resume'], 'example.org'],
  ['a number that is none', ['-', '--concurrency', '0'], 'example.org'],
])('%s is wrong usage', async (_, args, input) => {
  const { status, results } = await preflight(args, { input })
  expect({ status, results }).toEqual({ status: 2, results: '' })
})
