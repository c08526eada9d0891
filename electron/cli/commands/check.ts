import { OAUTH_WAYS } from '#shared/catalogue/oauth/issuer.ts'
import { MECHANISMS } from '#shared/domain/mechanism.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { checkAccount } from '#cli/check/check-account.ts'
import { flag, SERVER_OPTIONS, valued } from '#cli/command-option.ts'
import type { Command } from '#cli/command.ts'
import { MONITORING_FORMATS } from '#cli/output/monitoring.ts'
import { withEngine } from '#cli/terminal-engine.ts'

export const checkCommand: Command = {
  name: 'check',
  usage: `check <address> [--imap H:P:SEC] [--pop3 H:P:SEC] [--smtp H:P:SEC [--smtp-no-login]] [--user NAME]
        [--protocols smtp,imap,pop3] [--password-stdin | --token-stdin | --no-login | --saved |
        --sign-in browser|device [--client-id ID] [--issuer URL]]
        [--auth NAME|all] [--ipv4 | --ipv6] [--ehlo NAME] [--accept-discovered] [--insist] [--send-test [--to ADDRESS]] [--save]
        [--report FILE|-] [--json | --format prometheus|nagios|junit]`,
  summary: 'cli.summary.check',
  options: {
    ...SERVER_OPTIONS,
    protocols: valued('LIST', 'cli.option.protocols', PROTOCOLS),
    'password-stdin': flag('cli.option.password-stdin'),
    'token-stdin': flag('cli.option.token-stdin'),
    'no-login': flag('cli.option.no-login'),
    saved: flag('cli.option.saved'),
    'sign-in': valued('WAY', 'cli.option.sign-in', OAUTH_WAYS),
    'client-id': valued('ID', 'cli.option.client-id'),
    issuer: valued('URL', 'cli.option.issuer'),
    auth: valued('NAME', 'cli.option.auth', ['all', ...MECHANISMS]),
    ipv4: flag('cli.option.ipv4'),
    ipv6: flag('cli.option.ipv6'),
    ehlo: valued('NAME', 'cli.option.ehlo'),
    'accept-discovered': flag('cli.option.accept-discovered'),
    insist: flag('cli.option.insist'),
    'send-test': flag('cli.option.send-test'),
    to: valued('ADDRESS', 'cli.option.to'),
    save: flag('cli.option.save'),
    report: valued('FILE', 'cli.option.report'),
    format: valued('NAME', 'cli.option.monitoring-format', MONITORING_FORMATS),
  },
  examples: [
    { line: 'check anna@example.org', text: 'cli.example.check' },
    { line: 'check anna@example.org --no-login --json', text: 'cli.example.check-json' },
    {
      line: 'check anna@example.org --imap imap.example.org:993:tls --smtp smtp.example.org:587:starttls --password-stdin < password.txt',
      text: 'cli.example.check-typed',
    },
    { line: 'check anna@example.org --saved --report anna.md', text: 'cli.example.check-report' },
    { line: 'check anna@example.org --saved --format nagios', text: 'cli.example.check-nagios' },
  ],
  run: (invocation) => withEngine(invocation.system, (useCases) => checkAccount(useCases, invocation)),
}
