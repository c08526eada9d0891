import type { Command } from '#cli/command.ts'
import { accountsCommand } from '#cli/commands/accounts.ts'
import { arriveCommand } from '#cli/commands/arrive.ts'
import { batchCommand } from '#cli/commands/batch.ts'
import { checkCommand } from '#cli/commands/check.ts'
import { completionCommand } from '#cli/commands/completion.ts'
import { discoverCommand } from '#cli/commands/discover.ts'
import { devicesCommand } from '#cli/commands/devices.ts'
import { guideCommand } from '#cli/commands/guide.ts'
import { inspectCommand } from '#cli/commands/inspect.ts'
import { manualCommand } from '#cli/commands/manual.ts'
import { preflightCommand } from '#cli/commands/preflight.ts'
import { portsCommand } from '#cli/commands/ports.ts'
import { exportCommand } from '#cli/commands/export.ts'
import { explainCommand } from '#cli/commands/explain.ts'
import { reportCommand } from '#cli/commands/report.ts'
import { providersCommand } from '#cli/commands/providers.ts'
import { oauthClientCommand } from '#cli/commands/oauth-client.ts'
import { schemaCommand } from '#cli/commands/schema.ts'
import { workerCommand } from '#cli/commands/worker.ts'
import { serveCommand } from '#cli/commands/serve.ts'

export const COMMANDS: readonly Command[] = [
  discoverCommand,
  checkCommand,
  portsCommand,
  arriveCommand,
  explainCommand,
  exportCommand,
  guideCommand,
  devicesCommand,
  inspectCommand,
  accountsCommand,
  reportCommand,
  preflightCommand,
  batchCommand,
  oauthClientCommand,
  workerCommand,
  serveCommand,
  providersCommand,
  schemaCommand,
  completionCommand(() => COMMANDS),
  manualCommand(() => COMMANDS),
]
