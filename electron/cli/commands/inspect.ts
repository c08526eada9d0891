import { READABLE_CLIENTS } from '#shared/programs/readers/readers.ts'
import { flag, valued } from '#cli/command-option.ts'
import type { Command } from '#cli/command.ts'
import { inspectPrograms } from '#cli/inspect/inspect-programs.ts'
import { undoFix } from '#cli/inspect/undo-fix.ts'
import { withEngine } from '#cli/terminal-engine.ts'

export const inspectCommand: Command = {
  name: 'inspect',
  usage: `inspect [--client NAME [--profile PATH]] [--test [--password-stdin | --saved | --no-login]
        [--insist]] [--fix [--yes]] [--json]
  inspect --undo --client NAME [--profile PATH] [--json]`,
  summary: 'cli.summary.inspect',
  options: {
    client: valued('NAME', 'cli.option.inspect-client', READABLE_CLIENTS),
    profile: valued('FILE', 'cli.option.inspect-profile'),
    test: flag('cli.option.inspect-test'),
    'password-stdin': flag('cli.option.password-stdin'),
    saved: flag('cli.option.inspect-saved'),
    'no-login': flag('cli.option.no-login'),
    insist: flag('cli.option.insist'),
    fix: flag('cli.option.inspect-fix'),
    yes: flag('cli.option.inspect-yes'),
    undo: flag('cli.option.inspect-undo'),
  },
  examples: [
    { line: 'inspect', text: 'cli.example.inspect' },
    { line: 'inspect --client thunderbird --test', text: 'cli.example.inspect-test' },
    { line: 'inspect --client msmtp --test --fix', text: 'cli.example.inspect-fix' },
    { line: 'inspect --client outlook-classic --profile outlook.reg', text: 'cli.example.inspect-file' },
  ],
  run: (invocation) =>
    withEngine(invocation.system, (useCases) =>
      invocation.values['undo'] === true
        ? undoFix(useCases, invocation)
        : inspectPrograms(useCases, invocation),
    ),
}
