import { runBatch } from '#cli/batch/run-batch.ts'
import { flag, valued } from '#cli/command-option.ts'
import type { Command } from '#cli/command.ts'
import { MONITORING_FORMATS } from '#cli/output/monitoring.ts'
import { withEngine } from '#cli/terminal-engine.ts'

/** More than rows are ever tested at the same time. */
const MOST_SETUPS = 1_024

export const batchCommand: Command = {
  name: 'batch',
  usage: `batch FILE [--out FILE [--resume]] [--html FILE] [--concurrency N] [--per-server N]
        [--rate N] [--queue URL] [--json | --format prometheus|nagios|junit]`,
  summary: 'cli.summary.batch',
  options: {
    out: valued('FILE', 'cli.option.batch-out'),
    resume: flag('cli.option.resume'),
    html: valued('FILE', 'cli.option.html'),
    concurrency: valued('N', 'cli.option.concurrency'),
    'per-server': valued('N', 'cli.option.per-server'),
    rate: valued('N', 'cli.option.rate'),
    queue: valued('URL', 'cli.option.queue'),
    format: valued('NAME', 'cli.option.monitoring-format', MONITORING_FORMATS),
  },
  examples: [
    { line: 'batch accounts.csv --out results.ndjson', text: 'cli.example.batch' },
    {
      line: 'batch accounts.csv --out results.ndjson --resume --html summary.html',
      text: 'cli.example.batch-resume',
    },
    {
      line: 'batch accounts.csv --format prometheus > accounts.prom',
      text: 'cli.example.batch-prometheus',
    },
    { line: 'batch accounts.csv --queue redis://127.0.0.1:6379', text: 'cli.example.batch-queue' },
  ],
  run: (invocation) =>
    withEngine(invocation.system, (useCases) => runBatch(useCases, invocation), { mostSetups: MOST_SETUPS }),
}
