import { parseArgs } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { CommandOptions } from '#cli/command-option.ts'
import { parseArguments } from '#cli/parse-arguments.ts'

const text = 'cli.option.json'
const OPTIONS: CommandOptions = {
  user: { type: 'string', text },
  report: { type: 'string', text },
  json: { type: 'boolean', text },
  'no-color': { type: 'boolean', text },
  help: { type: 'boolean', short: 'h', text },
}

const outcomeOf = <T>(work: () => T): T | 'refused' => {
  try {
    return work()
  } catch {
    return 'refused'
  }
}

describe('a command line is as good as Node finds it', () => {
  test.each<readonly [readonly string[], 'good' | 'refused']>([
    [[], 'good'],
    [['anna@example.org', '--user', 'anna', '--json'], 'good'],
    [['--user=anna', '--no-color', '-h'], 'good'],
    [['--user=-anna'], 'good'],
    [['--user='], 'good'],
    [['--user', ''], 'good'],
    [['--report', '-'], 'good'],
    [['--user', 'one', '--user', 'two'], 'good'],
    [['-', '--', '--lost', '-x'], 'good'],
    [['--user'], 'refused'],
    [['--user', '--json'], 'refused'],
    [['--user', '-anna'], 'refused'],
    [['--json=yes'], 'refused'],
    [['--json='], 'refused'],
    [['--lost'], 'refused'],
    [['--lost=1'], 'refused'],
    [['-x'], 'refused'],
    [['-hx'], 'refused'],
    [['--no-json'], 'refused'],
    [['--constructor'], 'refused'],
    [['--__proto__=1'], 'refused'],
  ])('%j: %s', (args, expected) => {
    const own = outcomeOf(() => parseArguments(args, OPTIONS))
    const node = outcomeOf(() => {
      const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
      return { values, positionals }
    })
    expect(own).toEqual(node)
    expect(own === 'refused' ? 'refused' : 'good').toBe(expected)
  })
})

test.each([
  [['--password=hunter2'], 'cli.usage.unknown-option', '--password'],
  [['-phunter2'], 'cli.usage.unknown-option', '-p'],
  [['--json=hunter2'], 'cli.usage.value-surplus', '--json'],
  [['--user', '--hunter2'], 'cli.usage.value-missing', '--user'],
])('%j is named, and not what was given with it', (args, key, option) => {
  expect(() => parseArguments(args, OPTIONS)).toThrow(
    expect.objectContaining({ text: { key, values: { option } } }),
  )
})
