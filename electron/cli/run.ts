import { createTranslator, type Translate, type Translator } from '#shared/i18n/translator.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { translated } from '#shared/i18n/untranslated-text.ts'
import { kindOf } from '#engine/unexpected.ts'
import type { Command } from '#cli/command.ts'
import { COMMANDS } from '#cli/commands.ts'
import { everyOption, readCommonOptions } from '#cli/common-options.ts'
import { commandHelp, overview } from '#cli/help/command-help.ts'
import { BrokenError, EXIT, InterruptedError, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { endsAsPlugIn } from '#cli/output/monitoring.ts'
import { parseArguments } from '#cli/parse-arguments.ts'
import { terminalLanguage } from '#cli/terminal-language.ts'
import { print, sayLine, type Terminal } from '#cli/terminal.ts'
import { VERSION } from '#cli/version.ts'

/** The language of what this command line is answered with, whether it makes sense or not. */
export function languageOf([name, ...rest]: readonly string[], env: NodeJS.ProcessEnv): Language {
  return terminalLanguage(rest, everyOption(commandNamed(name)?.options ?? {}), env)
}

/** Carries out one command line and gives the status to exit with. Nothing is thrown. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [name = '', ...rest] = args
  const translator = createTranslator(languageOf(args, terminal.env))
  if (name === '--version') {
    print(terminal, VERSION)
    return EXIT.proved
  }
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    print(terminal, overview(COMMANDS, translator.t))
    return name === '' ? EXIT.usage : EXIT.proved
  }
  try {
    const command = commandNamed(name)
    if (command === undefined) throw new UsageError('cli.usage.command', { name })
    return await runCommand(command, rest, terminal, translator)
  } catch (error) {
    const [words, status] = endingOf(error, translator.t)
    sayLine(terminal, `mailwright ${name}: ${words}`)
    return endsAsPlugIn(rest) ? EXIT.broken : status
  }
}

/** What a command that was broken off says, and the status to exit with. */
function endingOf(error: unknown, t: Translate): readonly [words: string, status: ExitStatus] {
  if (error instanceof UsageError) return [translated(error.text, t), EXIT.usage]
  if (error instanceof BrokenError) return [translated(error.text, t), EXIT.broken]
  if (error instanceof InterruptedError) return [t('cli.interrupted'), EXIT.problem]
  return [t('cli.internal', { what: kindOf(error) }), EXIT.broken]
}

async function runCommand(
  command: Command,
  args: readonly string[],
  terminal: Terminal,
  translator: Translator,
): Promise<ExitStatus> {
  const { values, positionals } = parseArguments(args, everyOption(command.options))
  if (values['help'] === true) {
    print(terminal, commandHelp(command, translator.t))
    return EXIT.proved
  }
  const settings = await readCommonOptions(values, terminal.env, terminal.progress, translator.language)
  return command.run({ ...settings, values, positionals, terminal, translator })
}

function commandNamed(name: string | undefined): Command | undefined {
  return COMMANDS.find((candidate) => candidate.name === name)
}
