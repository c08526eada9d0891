import { listAccounts } from '#cli/accounts/list-accounts.ts'
import { removeAccount } from '#cli/accounts/remove-account.ts'
import { testAccounts } from '#cli/accounts/test-accounts.ts'
import { flag, valued } from '#cli/command-option.ts'
import type { Command } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { MONITORING_FORMATS } from '#cli/output/monitoring.ts'
import { withEngine } from '#cli/terminal-engine.ts'

export const accountsCommand: Command = {
  name: 'accounts',
  usage: `accounts [list | test [<address>] | remove <address> [--leave-password]]
        [--json | --format prometheus|nagios|junit] [--report-changes]`,
  summary: 'cli.summary.accounts',
  options: {
    'leave-password': flag('cli.option.leave-password'),
    'report-changes': flag('cli.option.report-changes'),
    format: valued('NAME', 'cli.option.monitoring-format', MONITORING_FORMATS),
  },
  examples: [
    { line: 'accounts', text: 'cli.example.accounts' },
    { line: 'accounts test --json', text: 'cli.example.accounts-test' },
    { line: 'accounts test --format prometheus', text: 'cli.example.accounts-prometheus' },
    { line: 'accounts test --format nagios --report-changes', text: 'cli.example.accounts-changes' },
    { line: 'accounts remove anna@example.org --leave-password', text: 'cli.example.accounts-remove' },
  ],
  run: async (invocation) => {
    const [verb = 'list', address, ...rest] = invocation.positionals
    const isForTests = ['format', 'report-changes'].some((name) => invocation.values[name] !== undefined)
    if (verb !== 'test' && isForTests) throw new UsageError('cli.usage.accounts')
    if (rest.length > 0) throw new UsageError('cli.usage.accounts-addresses')
    return withEngine(invocation.system, async (useCases) => {
      if (verb === 'list' && address === undefined) return listAccounts(useCases, invocation)
      if (verb === 'test') return testAccounts(useCases, address ?? null, invocation)
      if (verb === 'remove' && address !== undefined) return removeAccount(useCases, address, invocation)
      throw new UsageError('cli.usage.accounts')
    })
  },
}
