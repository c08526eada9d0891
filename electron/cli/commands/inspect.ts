import { READABLE_CLIENTS } from '#shared/programs/readers/readers.ts'
import { flag, valued } from '#cli/command-option.ts'
import type { Command } from '#cli/command.ts'
import { inspectPrograms } from '#cli/inspect/inspect-programs.ts'
import { withEngine } from '#cli/terminal-engine.ts'

export const inspectCommand: Command = {
  name: 'inspect',
  usage: `inspect [--client NAME [--profile PATH]] [--test [--password-stdin | --saved | --no-login]
        [--insist]] [--json]`,
  summary: 'cli.summary.inspect',
  options: {
    client: valued('NAME', 'cli.option.inspect-client', READABLE_CLIENTS),
    profile: valued('FILE', 'cli.option.inspect-profile'),
    test: flag('cli.option.inspect-test'),
    'password-stdin': flag('cli.option.password-stdin'),
    saved: flag('cli.option.inspect-saved'),
    'no-login': flag('cli.option.no-login'),
    insist: flag('cli.option.insist'),
  },
  examples: [
    { line: 'inspect', text: 'cli.example.inspect' },
    { line: 'inspect --client thunderbird --test', text: 'cli.example.inspect-test' },
    { line: 'inspect --client outlook-classic --profile outlook.reg', text: 'cli.example.inspect-file' },
  ],
  run: (invocation) => withEngine(invocation.system, (useCases) => inspectPrograms(useCases, invocation)),
}
