import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from '#cli/commands.ts'
import { SHELLS } from '#cli/completion/shells.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { runCli } from '../support/cli.ts'
import { findProgram } from '../support/real/programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailwright-shells-'))
const scriptOf = (shell: string) => join(folder, shell)

beforeAll(() => {
  for (const { name, script } of SHELLS)
    writeFileSync(scriptOf(name), script(COMMANDS, createTranslator('de').t))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a shell proposes for the last of these words. */
type Ask = (words: readonly string[]) => readonly string[]

const lines = (text: string) => text.split('\n').filter((line) => line !== '')

const askBash: Ask = (words) =>
  lines(
    execFileSync('bash', [
      '-c',
      `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mailwright; printf '%s\\n' "\${COMPREPLY[@]}"`,
      scriptOf('bash'),
      ...words,
    ]).toString(),
  )

const askFish: Ask = (words) =>
  lines(
    execFileSync('fish', [
      '--no-config',
      '-c',
      `source ${scriptOf('fish')}; complete -C '${words.join(' ')}'`,
    ]).toString(),
  ).map((line) => line.split('\t')[0] ?? '')

/** zsh shows what it proposes to a terminal alone; what it would show is taken from the functions that are asked. */
const askZsh: Ask = (words) =>
  lines(
    execFileSync('zsh', [
      '-f',
      '-c',
      `compdef() {}
       _describe() { print -l -- \${\${(P)2}%%:*} }
       _arguments() { print -l -- \${\${(M)@:#--*}%%\\[*} }
       source "$1"; shift; words=("$@"); CURRENT=$#; _mailwright`,
      'zsh',
      scriptOf('zsh'),
      ...words,
    ]).toString(),
  )

const ASKED: readonly (readonly [string, Ask, 'narrows' | 'lists'])[] = [
  ['bash', askBash, 'narrows'],
  ['fish', askFish, 'narrows'],
  ['zsh', askZsh, 'lists'],
]

describe.each(ASKED)('%s', (shell, ask, narrowing) => {
  const isHere = findProgram(shell) !== null

  test.skipIf(!isHere)('completes a command', () => {
    const found = ask(['mailwright', 'ex'])
    if (narrowing === 'narrows') expect(found.toSorted()).toEqual(['explain', 'export'])
    else expect(found).toEqual(COMMANDS.map(({ name }) => name))
  })

  test.skipIf(!isHere)('completes an option of this very command', () => {
    const found = ask(['mailwright', 'check', '--si'])
    expect(found).toContain('--sign-in')
    expect(found).not.toContain('--xml-path')
    if (narrowing === 'narrows') expect(found).toEqual(['--sign-in'])
  })
})

test.skipIf(findProgram('bash') === null)('bash completes a value of few', () => {
  expect(askBash(['mailwright', 'check', '--sign-in', ''])).toEqual(['browser', 'device'])
  expect(askBash(['mailwright', 'guide', 'anna@example.org', '--client', 'outlook-n'])).toEqual([
    'outlook-new',
  ])
})

test.skipIf(findProgram('bash') === null)('bash leaves files and addresses to its own completion', () => {
  expect(askBash(['mailwright', 'export', '--out', ''])).toEqual([''].filter(Boolean))
  expect(askBash(['mailwright', 'explain', 'b'])).toEqual([])
})

test.skipIf(findProgram('fish') === null)('fish completes a value of few', () => {
  expect(askFish(['mailwright', 'check', '--sign-in', '']).toSorted()).toEqual(['browser', 'device'])
})

test.skipIf(findProgram('zsh') === null)('zsh can read its script', () => {
  expect(execFileSync('zsh', ['-n', scriptOf('zsh')]).toString()).toBe('')
})

test('a shell that is not known is wrong usage', async () => {
  const { status, progress } = await runCli(['completion', 'tcsh'])
  expect({ status, progress }).toEqual({
    status: 2,
    progress: 'mailwright completion: completion takes one of bash, zsh, fish\n',
  })
})
