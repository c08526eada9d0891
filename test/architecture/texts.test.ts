import { describe, expect, test } from 'vitest'
import { englishLiterals } from '../support/english-literals.ts'
import { sourceFiles } from '../support/source-tree.ts'

/** What looks like words and is read by a program, with the file it may stand in. */
const FOR_PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  // The policy for the page, which its browser reads.
  'electron/host/guard.ts': ['connect-src ws://…'],
}

/** What is written there is read by shells and by roff. */
const ROOMS_FOR_PROGRAMS = ['electron/cli/completion/', 'electron/cli/manual/']

const files = sourceFiles('electron/cli', 'electron/main', 'electron/host').filter(
  ({ path }) => !ROOMS_FOR_PROGRAMS.some((room) => path.startsWith(room)),
)

describe('what a person reads stands in the tables of texts', () => {
  test.each(files.map(({ path, text }) => [path, text] as const))(
    '%s has no words of its own',
    (path, text) => {
      expect(englishLiterals(path, text)).toEqual(FOR_PROGRAMS[path] ?? [])
    },
  )

  test('every exception is about a file that is there', () => {
    const paths = new Set(files.map(({ path }) => path))
    expect(Object.keys(FOR_PROGRAMS).filter((path) => !paths.has(path))).toEqual([])
  })
})

describe('words are seen', () => {
  test.each([
    ["throw new UsageError('one file at most')", 'one file at most'],
    ['throw new UsageError(`cannot read ${name}: ${why}`)', 'cannot read …: …'],
    ['sayLine(terminal, `mailwright ${name}: interrupted`)', 'mailwright …: interrupted'],
    ["print(terminal, isGood ? 'works' : t('verdict.problem'))", 'works'],
    ["print(terminal, ['fine', name].join(' '))", 'fine'],
    ["dialog.showErrorBox('Mailwright', 'broken')", 'broken'],
    ["const PROBLEMS = { empty: 'is empty' }", 'is empty'],
    ["const command = { summary: 'lists' }", 'lists'],
    ['fail({ words: `${name} holds no possible client`, status: 2 })', '… holds no possible client'],
    ["process.stderr.write('unknown.thing')", 'unknown.thing'],
  ])('%s', (source, words) => {
    expect(englishLiterals('sample.ts', source)).toEqual([words])
  })

  test.each([
    "throw new UsageError('cli.explain.empty')",
    'throw new UsageError(`address.${reason}`, { suggestion })',
    "say(terminal, t('cli.saved', { store: 'none' }))",
    "print(terminal, kind === 'mailbox' ? '' : `(${kind})`)",
    "say(terminal, `--${protocol} ${'--smtp HOST:PORT'}`)",
    "printJson(terminal, { schema: 1, verdict: 'problem' })",
    "throw new Error('the test ended without a result')",
    "const usage = 'discover <address> [--offline] [--report FILE|-]'",
    "dialog.showErrorBox('Mailwright', words)",
    "const example = { line: 'explain refusal and more' }",
  ])('%s has none', (source) => {
    expect(englishLiterals('sample.ts', source)).toEqual([])
  })
})
