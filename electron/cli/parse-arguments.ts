import { parseArgs } from 'node:util'
import type { CommandOptions } from '#cli/command-option.ts'
import { UsageError } from '#cli/exit-status.ts'

export interface ParsedArguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
}

/**
 * The options and words of a command line, as strict as Node's own parser, which says what is wrong in English alone.
 * @throws UsageError for an option that is not known, lacks its value, or was given one that it does not take
 */
export function parseArguments(args: readonly string[], options: CommandOptions): ParsedArguments {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName: option, value, inlineValue } = token
    const known = Object.hasOwn(options, name) ? options[name] : undefined
    if (known === undefined) throw new UsageError('cli.usage.unknown-option', { option })
    if (known.type === 'boolean' && value !== undefined)
      throw new UsageError('cli.usage.value-surplus', { option })
    // `--user --save`: more likely a value that was left out than a name that begins so.
    const isAnotherOption = inlineValue === false && value.length > 1 && value.startsWith('-')
    if (known.type === 'string' && (value === undefined || isAnotherOption))
      throw new UsageError('cli.usage.value-missing', { option })
  }
  return { values: values, positionals }
}
