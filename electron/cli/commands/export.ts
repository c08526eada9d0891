import { FORMAT_NAMES, isProfileExport, PROFILE_FORMAT } from '#cli/export/profile-format.ts'
import { runProfileExport } from '#cli/export/run-profile-export.ts'
import { UsageError } from '#cli/exit-status.ts'
import { runExport } from '#cli/export/run-export.ts'
import { SIGN_OPTIONS } from '#cli/export/sign-option.ts'
import { listFormats } from '#cli/export/list-formats.ts'
import { flag, SETUP_OPTIONS, valued } from '#cli/command-option.ts'
import type { Command } from '#cli/command.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: `export <address> --format NAME [--saved | [--imap H:P:SEC] [--pop3 H:P:SEC] [--smtp H:P:SEC [--smtp-no-login]]
        [--user NAME] [--oauth]] [--xml-path PATH] [--sign-certificate FILE --sign-key FILE]
        [--out FILE|-] [--profile NAME|FOLDER] [--undo] [--force] [--json]
  export --list [--json]`,
  summary: 'cli.summary.export',
  options: {
    format: valued('NAME', 'cli.option.format', FORMAT_NAMES),
    list: flag('cli.option.list'),
    ...SETUP_OPTIONS,
    'xml-path': valued('PATH', 'cli.option.xml-path'),
    ...SIGN_OPTIONS,
    out: valued('FILE', 'cli.option.out'),
    force: flag('cli.option.force'),
    profile: valued('PROFILE', 'cli.option.profile'),
    undo: flag('cli.option.undo'),
  },
  examples: [
    { line: 'export --list', text: 'cli.example.export-list' },
    {
      line: 'export anna@example.org --saved --format mobileconfig --out anna.mobileconfig',
      text: 'cli.example.export-saved',
    },
    {
      line: 'export anna@example.org --saved --format mobileconfig --sign-certificate chain.pem --sign-key key.pem --out anna.mobileconfig',
      text: 'cli.example.export-signed',
    },
    {
      line: 'export anna@example.org --imap imap.example.org:993:tls --smtp smtp.example.org:465:tls --format msmtp',
      text: 'cli.example.export-typed',
    },
    {
      line: 'export anna@example.org --saved --format thunderbird-profile',
      text: 'cli.example.export-profile',
    },
  ],
  run: (invocation) => {
    const { values } = invocation
    if (values['list'] === true) return Promise.resolve(listFormats(invocation))
    if (isProfileExport(invocation)) return runProfileExport(invocation)
    const surplus = ['profile', 'undo'].find((option) => values[option] !== undefined)
    if (surplus !== undefined)
      throw new UsageError('cli.usage.option-format', {
        option: `--${surplus}`,
        format: PROFILE_FORMAT.name,
      })
    return runExport(invocation)
  },
}
