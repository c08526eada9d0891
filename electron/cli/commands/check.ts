import { checkAccount } from '#cli/check/check-account.ts'
import type { Command } from '#cli/command.ts'
import { withEngine } from '#cli/terminal-engine.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

export const checkCommand: Command = {
  name: 'check',
  usage: `check <address> [--imap H:P:SEC] [--pop3 H:P:SEC] [--smtp H:P:SEC [--smtp-no-login]] [--user NAME]
        [--protocols smtp,imap,pop3] [--password-stdin | --token-stdin | --no-login | --saved |
        --sign-in browser|device [--client-id ID] [--issuer URL]]
        [--auth NAME|all] [--accept-discovered] [--insist] [--send-test [--to ADDRESS]] [--save]
        [--report FILE|-] [--json]`,
  summary: 'cli.summary.check',
  options: {
    imap: text,
    pop3: text,
    smtp: text,
    'smtp-no-login': flag,
    user: text,
    protocols: text,
    'password-stdin': flag,
    'token-stdin': flag,
    'no-login': flag,
    saved: flag,
    'sign-in': text,
    'client-id': text,
    issuer: text,
    auth: text,
    'accept-discovered': flag,
    insist: flag,
    'send-test': flag,
    to: text,
    save: flag,
    report: text,
  },
  run: (invocation) => withEngine(invocation.system, (useCases) => checkAccount(useCases, invocation)),
}
