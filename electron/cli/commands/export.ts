import { runExport } from '#cli/export/run-export.ts'
import { listFormats } from '#cli/export/list-formats.ts'
import type { Command } from '#cli/command.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

export const exportCommand: Command = {
  name: 'export',
  usage: `export <address> --format NAME [--saved | [--imap H:P:SEC] [--pop3 H:P:SEC] [--smtp H:P:SEC [--smtp-no-login]]
        [--user NAME] [--oauth]] [--xml-path PATH] [--out FILE|-] [--force] [--json]
  export --list [--json]`,
  summary: 'cli.summary.export',
  options: {
    format: text,
    list: flag,
    saved: flag,
    imap: text,
    pop3: text,
    smtp: text,
    'smtp-no-login': flag,
    user: text,
    oauth: flag,
    'xml-path': text,
    out: text,
    force: flag,
  },
  run: (invocation) =>
    invocation.values['list'] === true ? Promise.resolve(listFormats(invocation)) : runExport(invocation),
}
