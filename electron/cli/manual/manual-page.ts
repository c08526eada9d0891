import type { TextKey } from '#shared/i18n/languages.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { Command } from '#cli/command.ts'
import type { CommandOption, CommandOptions } from '#cli/command-option.ts'
import { COMMON_OPTIONS } from '#cli/common-options.ts'
import { mdocDisplay, mdocProse, mdocText, mdocWord } from '#cli/manual/mdoc.ts'

/** When the words below were last changed by hand. */
const LAST_CHANGED = 'November 27, 2026'

const ENVIRONMENT = [
  ['MAILWRIGHT_PROXY', 'cli.manual.proxy'],
  ['MAILWRIGHT_SIGN_PASSPHRASE', 'cli.manual.sign-passphrase'],
  ['MAILWRIGHT_DATA_DIR', 'cli.manual.data-dir'],
  ['NO_COLOR', 'cli.manual.no-color'],
  ['LC_ALL', 'cli.manual.language'],
] as const

const STATUSES = [
  ['0', 'cli.manual.status.proved'],
  ['1', 'cli.manual.status.problem'],
  ['2', 'cli.manual.status.usage'],
  ['3', 'cli.manual.status.broken'],
] as const

/** The manual page, in mdoc(7). Names of sections are those that man(1) and its readers look for. */
export function manualPage(commands: readonly Command[], t: Translate): string {
  return [
    `.Dd ${LAST_CHANGED}`,
    '.Dt MAILWRIGHT 1',
    '.Os',
    '.Sh NAME',
    '.Nm mailwright',
    `.Nd ${mdocText(t('cli.manual.name'))}`,
    '.Sh SYNOPSIS',
    '.Nm mailwright',
    '.Ar command',
    '.Op Ar option ...',
    '.Sh DESCRIPTION',
    ...mdocProse(t('cli.manual.description')),
    ...commands.flatMap((command) => aboutCommand(command, t)),
    '.Sh OPTIONS',
    ...mdocProse(t('cli.manual.common-options')),
    ...optionList(COMMON_OPTIONS, t),
    '.Sh ENVIRONMENT',
    ...tagged(ENVIRONMENT, 'Ev', t),
    '.Sh EXIT STATUS',
    ...tagged(STATUSES, 'Li', t),
    '.Sh EXAMPLES',
    ...exampleList(commands, t),
    '',
  ].join('\n')
}

function exampleList(commands: readonly Command[], t: Translate): readonly string[] {
  const examples = commands.flatMap((command) => command.examples)
  return examples.flatMap(({ line, text }, at) => [
    ...(at === 0 ? [] : ['.Pp']),
    ...mdocProse(`${t(text)}:`),
    ...mdocDisplay([`mailwright ${line}`]),
  ])
}

function aboutCommand({ name, usage, summary, options }: Command, t: Translate): readonly string[] {
  return [
    `.Ss ${mdocWord(name)}`,
    ...mdocProse(t(summary)),
    ...mdocDisplay(usage.split('\n')),
    ...optionList(options, t),
  ]
}

function optionList(options: CommandOptions, t: Translate): readonly string[] {
  const entries = Object.entries(options)
  if (entries.length === 0) return []
  return [
    '.Bl -tag -width Ds',
    ...entries.flatMap(([name, option]) => [`.It ${flagsOf(name, option)}`, ...mdocProse(t(option.text))]),
    '.El',
  ]
}

function flagsOf(name: string, { short, value }: CommandOption): string {
  const first = short === undefined ? '' : `Fl ${short} , `
  return `${first}Fl ${mdocWord(`-${name}`)}${value === undefined ? '' : ` Ar ${mdocWord(value)}`}`
}

function tagged(
  rows: readonly (readonly [name: string, text: TextKey])[],
  macro: 'Ev' | 'Li',
  t: Translate,
): readonly string[] {
  return [
    '.Bl -tag -width Ds',
    ...rows.flatMap(([name, text]) => [`.It ${macro} ${name}`, ...mdocProse(t(text))]),
    '.El',
  ]
}
