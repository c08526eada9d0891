import { FORMATS } from '#shared/exporters/formats.ts'
import { runExport } from '#cli/export/run-export.ts'
import { listFormats } from '#cli/export/list-formats.ts'
import { flag, SETUP_OPTIONS, valued } from '#cli/command-option.ts'
import type { Command } from '#cli/command.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: `export <address> --format NAME [--saved | [--imap H:P:SEC] [--pop3 H:P:SEC] [--smtp H:P:SEC [--smtp-no-login]]
        [--user NAME] [--oauth]] [--xml-path PATH] [--out FILE|-] [--force] [--json]
  export --list [--json]`,
  summary: 'cli.summary.export',
  options: {
    format: valued(
      'NAME',
      'cli.option.format',
      FORMATS.map(({ name }) => name),
    ),
    list: flag('cli.option.list'),
    ...SETUP_OPTIONS,
    'xml-path': valued('PATH', 'cli.option.xml-path'),
    out: valued('FILE', 'cli.option.out'),
    force: flag('cli.option.force'),
  },
  examples: [
    { line: 'export --list', text: 'cli.example.export-list' },
    {
      line: 'export anna@example.org --saved --format mobileconfig --out anna.mobileconfig',
      text: 'cli.example.export-saved',
    },
    {
      line: 'export anna@example.org --imap imap.example.org:993:tls --smtp smtp.example.org:465:tls --format msmtp',
      text: 'cli.example.export-typed',
    },
  ],
  run: (invocation) =>
    invocation.values['list'] === true ? Promise.resolve(listFormats(invocation)) : runExport(invocation),
}
