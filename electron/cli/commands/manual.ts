import type { Command } from '#cli/command.ts'
import { EXIT } from '#cli/exit-status.ts'
import { manualPage } from '#cli/manual/manual-page.ts'
import { print } from '#cli/terminal.ts'

/** @param commands asked when it runs: the command is one of them itself */
export function manualCommand(commands: () => readonly Command[]): Command {
  return {
    name: 'manual',
    usage: 'manual',
    summary: 'cli.summary.manual',
    options: {},
    examples: [{ line: 'manual | man -l -', text: 'cli.example.manual' }],
    run: ({ terminal, translator }) => {
      print(terminal, manualPage(commands(), translator.t).trimEnd())
      return Promise.resolve(EXIT.proved)
    },
  }
}
