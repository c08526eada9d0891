import { runWorker } from '#cli/queue/run-worker.ts'
import { valued } from '#cli/command-option.ts'
import type { Command } from '#cli/command.ts'
import { withEngine } from '#cli/terminal-engine.ts'

/** More than rows are ever tested at the same time. */
const MOST_SETUPS = 1_024

export const workerCommand: Command = {
  name: 'worker',
  usage: 'worker --queue URL --secrets PREFIX[,PREFIX] [--concurrency N]',
  summary: 'cli.summary.worker',
  options: {
    queue: valued('URL', 'cli.option.queue'),
    secrets: valued('PREFIX', 'cli.option.secrets'),
    concurrency: valued('N', 'cli.option.concurrency'),
  },
  examples: [
    { line: 'worker --queue redis://127.0.0.1:6379 --secrets env:MAIL_', text: 'cli.example.worker' },
  ],
  run: (invocation) =>
    withEngine(invocation.system, (useCases) => runWorker(useCases, invocation), { mostSetups: MOST_SETUPS }),
}
