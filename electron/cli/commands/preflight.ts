import { flag, valued } from '#cli/command-option.ts'
import type { Command } from '#cli/command.ts'
import { runPreflight } from '#cli/preflight/run-preflight.ts'
import { PREFLIGHT_FORMATS } from '#cli/preflight/sheet.ts'
import { withEngine } from '#cli/terminal-engine.ts'

export const preflightCommand: Command = {
  name: 'preflight',
  usage: `preflight FILE|- [--column NAME] [--format text|csv|json|html] [--out FILE [--resume]]
        [--concurrency N] [--json]`,
  summary: 'cli.summary.preflight',
  options: {
    column: valued('NAME', 'cli.option.column'),
    format: valued('FORMAT', 'cli.option.preflight-format', PREFLIGHT_FORMATS),
    out: valued('FILE', 'cli.option.preflight-out'),
    resume: flag('cli.option.preflight-resume'),
    concurrency: valued('N', 'cli.option.preflight-concurrency'),
  },
  examples: [
    { line: 'preflight domains.txt', text: 'cli.example.preflight' },
    {
      line: 'preflight mailboxes.csv --format html --out preflight.html',
      text: 'cli.example.preflight-page',
    },
    { line: 'preflight - --format csv < domains.txt', text: 'cli.example.preflight-csv' },
  ],
  run: (invocation) => withEngine(invocation.system, (useCases) => runPreflight(useCases, invocation)),
}
