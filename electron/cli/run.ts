import { parseArgs, type ParseArgsConfig } from 'node:util'
import { createTranslator } from '#shared/i18n/translator.ts'
import { nameUnexpected } from '#engine/unexpected.ts'
import type { Command } from '#cli/command.ts'
import { COMMANDS } from '#cli/commands.ts'
import { COMMON_OPTIONS, readCommonOptions } from '#cli/common-options.ts'
import { BrokenError, EXIT, InterruptedError, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { print, sayLine, type Terminal } from '#cli/terminal.ts'
import { VERSION } from '#cli/version.ts'

/** Carries out one command line and gives the status to exit with. Nothing is thrown. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [name = '', ...rest] = args
  if (name === '--version') {
    print(terminal, VERSION)
    return EXIT.proved
  }
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    print(terminal, usage())
    return name === '' ? EXIT.usage : EXIT.proved
  }
  try {
    const command = COMMANDS.find((candidate) => candidate.name === name)
    if (command === undefined) throw new UsageError(`there is no command "${name}"`)
    return await runCommand(command, rest, terminal)
  } catch (error) {
    if (error instanceof UsageError) {
      sayLine(terminal, `mailwright ${name}: ${error.message}`)
      return EXIT.usage
    }
    if (error instanceof InterruptedError) {
      sayLine(terminal, `mailwright ${name}: interrupted`)
      return EXIT.problem
    }
    if (error instanceof BrokenError) {
      sayLine(terminal, `mailwright ${name}: ${error.message}`)
      return EXIT.broken
    }
    sayLine(terminal, `mailwright ${name}: ${nameUnexpected(error)}`)
    return EXIT.broken
  }
}

async function runCommand(
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const { values, positionals } = parse(command, args)
  if (values['help'] === true) {
    print(terminal, `mailwright ${command.usage}\n\n${command.summary}`)
    return EXIT.proved
  }
  const settings = await readCommonOptions(values, terminal.env, terminal.progress)
  const translator = createTranslator(settings.language)
  return command.run({ ...settings, values, positionals, terminal, translator })
}

function parse(command: Command, args: readonly string[]) {
  const config: ParseArgsConfig = {
    args: [...args],
    options: { ...COMMON_OPTIONS, ...command.options },
    allowPositionals: true,
    strict: true,
  }
  try {
    const { values, positionals } = parseArgs(config)
    return { values: values as Readonly<Record<string, string | boolean | undefined>>, positionals }
  } catch (error) {
    // Node's advice has several lines.
    throw new UsageError(
      error instanceof Error ? error.message.replaceAll(/\s*\n\s*/g, ' ') : 'the options cannot be read',
    )
  }
}

function usage(): string {
  const commands = COMMANDS.map(({ usage: line, summary }) => `  ${line}\n        ${summary}`)
  return [
    'mailwright <command>',
    '',
    ...commands,
    '',
    '  common: --dns HOST[:PORT]  --ca FILE  --proxy URL  --timeout SECONDS  --policy FILE  --lang CODE  --no-color  --version',
    '  exit status: 0 proved working, 1 a problem was found, 2 wrong usage or input, 3 Mailwright could not run',
  ].join('\n')
}
