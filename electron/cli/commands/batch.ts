import { runBatch } from '#cli/batch/run-batch.ts'
import { flag, valued } from '#cli/command-option.ts'
import type { Command } from '#cli/command.ts'
import { withEngine } from '#cli/terminal-engine.ts'

/** More than rows are ever tested at the same time. */
const MOST_SETUPS = 1_024

export const batchCommand: Command = {
  name: 'batch',
  usage: `batch FILE [--out FILE [--resume]] [--html FILE] [--concurrency N] [--per-server N]
        [--rate N] [--json]`,
  summary: 'cli.summary.batch',
  options: {
    out: valued('FILE', 'cli.option.batch-out'),
    resume: flag('cli.option.resume'),
    html: valued('FILE', 'cli.option.html'),
    concurrency: valued('N', 'cli.option.concurrency'),
    'per-server': valued('N', 'cli.option.per-server'),
    rate: valued('N', 'cli.option.rate'),
  },
  examples: [
    { line: 'batch accounts.csv --out results.ndjson', text: 'cli.example.batch' },
    {
      line: 'batch accounts.csv --out results.ndjson --resume --html summary.html',
      text: 'cli.example.batch-resume',
    },
  ],
  run: (invocation) =>
    withEngine(invocation.system, (useCases) => runBatch(useCases, invocation), { mostSetups: MOST_SETUPS }),
}
