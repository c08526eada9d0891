import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from '#cli/commands.ts'
import { buildReport } from '#shared/report/report.ts'
import { reportHtml } from '#shared/report/report-html.ts'
import { reportJson } from '#shared/report/report-json.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import { runCli } from '../support/cli.ts'
import { csvFor, startFleetWorld, userNames, type FleetWorld } from '../support/fleet-world.ts'
import { startPreflightWorld, type PreflightWorld } from '../support/preflight-world.ts'

const LINES = COMMANDS.flatMap(({ examples }) => examples.map(({ line }) => line))

/** Run as they are written by the tests of the manual page: they need nothing but the program. */
const BY_MANUAL =
  /^(discover .*--offline|explain|export --list|export .*--imap|providers|devices|accounts$|completion|manual)/

/** What needs a mailbox under the very names, a saved account or a program beside it, and the test that has these. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'test/cli/discover.test.ts': ['discover anna@example.org'],
  'test/cli/arrive.test.ts': ['arrive anna@example.org', 'arrive anna@example.org --message arrived.eml'],
  'test/cli/ports.test.ts': ['ports imap.example.org'],
  'test/real/terminal.test.ts': [
    'check anna@example.org',
    'check anna@example.org --no-login --json',
    'check anna@example.org --imap imap.example.org:993:tls --smtp smtp.example.org:587:starttls --password-stdin < password.txt',
  ],
  'test/real/terminal-save.test.ts': [
    'check anna@example.org --saved --report anna.md',
    'check anna@example.org --saved --format nagios',
    'accounts remove anna@example.org --leave-password',
  ],
  'test/real/exported-files.test.ts': [
    'export anna@example.org --saved --format mobileconfig --out anna.mobileconfig',
    'guide anna@example.org --saved --client outlook-new',
  ],
  'test/cli/signed-export.test.ts': [
    'export anna@example.org --saved --format mobileconfig --sign-certificate chain.pem --sign-key key.pem --out anna.mobileconfig',
  ],
  'test/cli/export-profile.test.ts': ['export anna@example.org --saved --format thunderbird-profile'],
  'test/cli/inspect-fix.test.ts': ['inspect --client msmtp --test --fix'],
  'test/cli/inspect.test.ts': [
    'inspect --client thunderbird --test',
    'inspect --client outlook-classic --profile outlook.reg',
  ],
  'test/cli/oauth-client.test.ts': [
    'oauth-client microsoft --client-id 1b2c3d4e-0000-4000-8000-000000000000 --check --save',
  ],
  'test/real/queue.test.ts': [
    'batch accounts.csv --queue redis://127.0.0.1:6379',
    'worker --queue redis://127.0.0.1:6379 --secrets env:MAIL_',
  ],
  'test/host/loopback.test.ts': ['serve', 'serve --practice'],
}

/** With what they end here, in a folder that has the files they name. */
const HERE: readonly (readonly [line: string, status: number])[] = [
  ['preflight domains.txt', 1],
  ['preflight mailboxes.csv --format html --out preflight.html', 1],
  ['preflight - --format csv < domains.txt', 1],
  ['batch accounts.csv --out results.ndjson', 0],
  ['batch accounts.csv --out results.ndjson --resume --html summary.html', 0],
  ['batch accounts.csv --format prometheus > accounts.prom', 0],
  ['report show anna.html', 0],
  ['report compare yesterday.json today.json', 0],
  ['schema', 0],
  ['schema check > check.schema.json', 0],
  ['oauth-client microsoft --tenant example.org', 0],
  // No program of this user has an account.
  ['inspect', 1],
  ['accounts test --json', 0],
  ['accounts test --format prometheus', 0],
  ['accounts test --format nagios --report-changes', 3],
]

test('every example is run, here or where its servers are', () => {
  const others = Object.values(ELSEWHERE).flat()
  const here = HERE.map(([line]) => line)
  const known = new Set([...others, ...here])
  expect(LINES.filter((line) => !BY_MANUAL.test(line) && !known.has(line))).toEqual([])
  expect([...known].filter((line) => !LINES.includes(line))).toEqual([])
  expect(Object.keys(ELSEWHERE).filter((file) => !existsSync(inRoot(file)))).toEqual([])
})

describe('an example works as it is written', () => {
  let folder = ''
  let names: PreflightWorld
  let fleet: FleetWorld
  const input = 'microsoft-elsewhere-0.test\nanna@google-1.test\n'

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailwright-examples-'))
    names = await startPreflightWorld()
    fleet = await startFleetWorld()
    const translator = createTranslator('en')
    const madeBy = { version: '1', host: 'terminal', system: '' } as const
    const made = new Date('2026-11-27T12:00:00Z')
    const report = buildReport({ address: 'anna@example.org', endpoints: [], verdict: 'ok', madeBy, made })
    const files = {
      'domains.txt': input,
      'mailboxes.csv': 'PrimarySmtpAddress,SmtpAuth\nanna@microsoft-elsewhere-0.test,on\n',
      'accounts.csv': csvFor(userNames(2), fleet.imap()),
      'anna.html': reportHtml(report, translator),
      'yesterday.json': reportJson(report),
      'today.json': reportJson(report),
    }
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  })
  afterAll(async () => {
    await names.stop()
    await fleet.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test.each(HERE)('mailwright %s', async (line, expected) => {
    const [command = ''] = line.split(/ [<>] /)
    const [name = '', ...words] = command.split(' ')
    const options = { preflight: names.options, batch: fleet.options }[name] ?? ['--no-color']
    const { status, results, progress } = await runCli([name, ...words, ...options], {
      input: words.includes('-') ? input : '',
      cwd: folder,
      env: { ...fleet.env, HOME: folder, XDG_CONFIG_HOME: folder },
    })
    expect([status, progress]).toEqual([expected, progress])
    expect(results + progress).not.toBe('')
  })
})
