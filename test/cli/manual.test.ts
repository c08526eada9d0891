import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from '#cli/commands.ts'
import { everyOption } from '#cli/common-options.ts'
import { manualPage } from '#cli/manual/manual-page.ts'
import { mdocText, mdocWord } from '#cli/manual/mdoc.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import { runCli } from '../support/cli.ts'
import { findProgram } from '../support/real/programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailwright-manual-'))
const hasMandoc = findProgram('mandoc') !== null
const pageIn = (language: string) => join(folder, `${language}.1`)

beforeAll(() => {
  for (const language of ['en', 'de'] as const)
    writeFileSync(pageIn(language), manualPage(COMMANDS, createTranslator(language).t))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(['en', 'de'])('the manual page in "%s"', (language) => {
  test.skipIf(!hasMandoc)('has nothing that mandoc finds fault with', () => {
    const { stdout, stderr } = spawnSync('mandoc', ['-Tlint', pageIn(language)])
    expect(`${stdout.toString()}${stderr.toString()}`).toBe('')
  })

  test.skipIf(!hasMandoc)('shows every option of every command as it is typed', () => {
    const shown = execFileSync('mandoc', ['-Tutf8', pageIn(language)])
      .toString()
      .replaceAll(/.\u0008/g, '')
    for (const { name, options } of COMMANDS) {
      expect(shown).toMatch(new RegExp(`^ {3}${name}$`, 'm'))
      for (const option of Object.keys(everyOption(options))) expect(shown).toContain(`--${option}`)
    }
  })
})

test('the page in the repository is the one that the program prints', async () => {
  const { results } = await runCli(['manual'])
  expect(readFileSync(inRoot('docs/man/mailwright.1'), 'utf8')).toBe(results)
})

test.each([
  ['.Sh EVIL', String.raw`\&.Sh EVIL`],
  ["'br", String.raw`\&'br`],
  [String.raw`a\fB--out`, String.raw`a\efB\-\-out`],
])('no request comes out of the text %j', (text, source) => {
  expect(mdocText(text)).toBe(source)
})

test('a word in a request keeps its quotes', () => {
  expect(mdocWord('say "no"')).toBe(String.raw`"say \(dqno\(dq"`)
})

/** They need no server; the others are held to their options by the tests of the help. */
const WITHOUT_SERVERS =
  /^(discover .*--offline|explain|export --list|export .*--imap|providers|devices|accounts$|completion|manual$)/

describe('an example that needs no server works as it is written', () => {
  const lines = COMMANDS.flatMap(({ examples }) => examples.map(({ line }) => line))

  test.each(lines.filter((line) => WITHOUT_SERVERS.test(line)))('mailwright %s', async (line) => {
    const [command = '', redirected] = line.split(/ [<>] /)
    const [name = '', ...args] = command.split(' ')
    const bounce = join(folder, 'bounce.eml')
    const text = '550 5.1.1 <bob@example.net>: Recipient address rejected: User unknown'
    writeFileSync(bounce, text)
    const words = args.map((word) => (word === 'bounce.eml' ? bounce : word))
    const { status, results, progress } = await runCli([name, ...words], {
      input: redirected === undefined ? '' : text,
    })
    expect(status).toBe(0)
    expect(results + progress).not.toBe('')
  })
})
