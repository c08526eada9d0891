import { describe, expect, test } from 'vitest'
import { COMMANDS } from '#cli/commands.ts'
import { everyOption } from '#cli/common-options.ts'
import { commandHelp, overview } from '#cli/help/command-help.ts'
import { wrap } from '#cli/help/wrap.ts'
import { parseArguments } from '#cli/parse-arguments.ts'
import { createTranslator } from '#shared/i18n/translator.ts'

describe.each(['en', 'de'] as const)('in "%s"', (language) => {
  const { t } = createTranslator(language)

  test.each(COMMANDS.map((command) => [command.name, command] as const))(
    'the help of %s names every option and every example',
    (_, command) => {
      const help = commandHelp(command, t)
      for (const [name, { text }] of Object.entries(everyOption(command.options))) {
        expect(help).toMatch(new RegExp(`^  (-\\w, )?--${name}( |$)`, 'm'))
        expect(help.replaceAll(/\s+/g, ' ')).toContain(t(text))
      }
      for (const { line, text } of command.examples)
        expect(help).toContain(`  mailwright ${line}\n      ${t(text)}`)
    },
  )

  test('the overview names every command, and fits a screen', () => {
    const lines = overview(COMMANDS, t).split('\n')
    for (const { name, summary } of COMMANDS)
      expect(lines.find((line) => line.startsWith(`  ${name} `))).toContain(t(summary))
    expect(lines.length).toBeLessThan(50)
  })
})

describe('every command has examples, and each is a command line of its own', () => {
  test.each(
    COMMANDS.flatMap(({ name, options, examples }) =>
      examples.map(({ line }) => [line, name, options] as const),
    ),
  )('%s', (line, name, options) => {
    const [first, ...args] = line.split(/ [|<>] /)[0]?.split(' ') ?? []
    expect(first).toBe(name)
    const { values } = parseArguments(args, everyOption(options))
    for (const [option, { choices = [] }] of Object.entries(options))
      if (choices.length > 0 && values[option] !== undefined) expect(choices).toContain(values[option])
  })

  test('none is without one', () => {
    expect(COMMANDS.filter(({ examples }) => examples.length === 0)).toEqual([])
  })
})

test('what a usage names is an option, and every option is named there', () => {
  for (const { usage, options } of COMMANDS) {
    const named = new Set(Array.from(usage.matchAll(/--([a-z0-9-]+)/g), ([, name = '']) => name))
    for (const name of named) expect(everyOption(options)).toHaveProperty([name])
    for (const name of Object.keys(options)) expect([usage, named.has(name)]).toEqual([usage, true])
  }
})

test.each([
  ['', 10, ['']],
  ['one two three', 7, ['one two', 'three']],
  ['incomprehensibilities are long', 8, ['incomprehensibilities', 'are long']],
])('"%s" is broken at %i', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
})
