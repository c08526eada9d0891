import type { Command } from '#cli/command.ts'
import { SHELLS } from '#cli/completion/shells.ts'
import { EXIT, UsageError } from '#cli/exit-status.ts'
import { print } from '#cli/terminal.ts'

/** @param commands asked when it runs: the command is one of them itself */
export function completionCommand(commands: () => readonly Command[]): Command {
  const names = SHELLS.map(({ name }) => name)
  return {
    name: 'completion',
    usage: `completion ${names.join('|')}`,
    summary: 'cli.summary.completion',
    options: {},
    examples: SHELLS.map(({ name, where }) => ({
      line: `completion ${name} > ${where}`,
      text: 'cli.example.completion',
    })),
    run: ({ positionals, terminal, translator }) => {
      const [name, ...rest] = positionals
      const shell = SHELLS.find((known) => known.name === name)
      if (shell === undefined || rest.length > 0)
        throw new UsageError('cli.usage.completion', { shells: names.join(', ') })
      print(terminal, shell.script(commands(), translator.t).trimEnd())
      return Promise.resolve(EXIT.proved)
    },
  }
}
