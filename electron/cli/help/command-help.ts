import type { Translate } from '#shared/i18n/translator.ts'
import type { Command } from '#cli/command.ts'
import { COMMON_OPTIONS } from '#cli/common-options.ts'
import { optionName } from '#cli/help/option-name.ts'
import type { CommandOptions } from '#cli/command-option.ts'
import { wrap } from '#cli/help/wrap.ts'

/** Of a line of help, in characters: what a terminal shows without breaking it. */
const WIDTH = 100
const OPTION_INDENT = '      '
const LONGEST_NAME_BESIDE_TEXT = 26

/** All that one command can do, by its options and by examples. */
export function commandHelp({ usage, summary, options, examples }: Command, t: Translate): string {
  return [
    `mailwright ${usage}`,
    '',
    t(summary),
    ...section(
      t('cli.help.examples'),
      examples.flatMap(({ line, text }) => [`  mailwright ${line}`, `${OPTION_INDENT}${t(text)}`]),
    ),
    ...section(t('cli.help.options'), optionLines(options, t)),
    ...section(t('cli.help.common-options'), optionLines(COMMON_OPTIONS, t)),
    '',
    t('cli.help.exit-status'),
  ].join('\n')
}

/** What there is to do, a line each; the rest is told by the help of each command. */
export function overview(commands: readonly Command[], t: Translate): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    t('cli.help.synopsis'),
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${t(summary)}`),
    ...section(
      t('cli.help.examples'),
      commands.flatMap(({ examples }) => examples.slice(0, 1).map(({ line }) => `  mailwright ${line}`)),
    ),
    '',
    t('cli.help.more'),
    t('cli.help.exit-status'),
  ].join('\n')
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function optionLines(options: CommandOptions, t: Translate): readonly string[] {
  return Object.entries(options).flatMap(([name, option]) => {
    const head = `  ${optionName(name, option)}`
    const text = t(option.text)
    if (head.length > LONGEST_NAME_BESIDE_TEXT)
      return [head, ...wrap(text, WIDTH - OPTION_INDENT.length).map((line) => OPTION_INDENT + line)]
    const column = LONGEST_NAME_BESIDE_TEXT + 2
    const [first = '', ...rest] = wrap(text, WIDTH - column)
    return [head.padEnd(column) + first, ...rest.map((line) => ' '.repeat(column) + line)]
  })
}
