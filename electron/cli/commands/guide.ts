import { GUIDE_NAMES } from '#shared/domain/program-names.ts'
import { guideNamed } from '#shared/guides/guides.ts'
import { guideWords } from '#shared/i18n/guide-words.ts'
import { readAddress } from '#cli/address.ts'
import { SETUP_OPTIONS, valued } from '#cli/command-option.ts'
import type { Command } from '#cli/command.ts'
import { EXIT, UsageError } from '#cli/exit-status.ts'
import { readSetup } from '#cli/export/read-setup.ts'
import { print, printJson } from '#cli/terminal.ts'
import { withEngine } from '#cli/terminal-engine.ts'

export const guideCommand: Command = {
  name: 'guide',
  usage: `guide <address> --client NAME [--saved | [--imap H:P:SEC] [--pop3 H:P:SEC] [--smtp H:P:SEC [--smtp-no-login]]
        [--user NAME] [--oauth]] [--json]`,
  summary: 'cli.summary.guide',
  options: {
    client: valued('NAME', 'cli.option.client', GUIDE_NAMES),
    ...SETUP_OPTIONS,
  },
  examples: [{ line: 'guide anna@example.org --saved --client outlook-new', text: 'cli.example.guide' }],
  run: async (invocation) => {
    const { terminal, translator, system, json, values } = invocation
    const address = readAddress(invocation)
    const { client } = values
    const guide = typeof client === 'string' ? guideNamed(client) : null
    if (guide === null) throw new UsageError('cli.usage.client', { clients: GUIDE_NAMES.join(', ') })
    const setup = await withEngine(system, (useCases) => readSetup(useCases, address, invocation))
    const { title, lead, lines } = guideWords(guide, setup, translator)
    const { name, program, version, describedOn } = guide
    if (json)
      printJson(terminal, {
        schema: 1,
        client: name,
        program,
        version,
        describedOn,
        title,
        lead,
        steps: lines,
      })
    else
      print(
        terminal,
        [title, ...lead, '', ...lines.map(({ words }, at) => `${String(at + 1).padStart(2)}. ${words}`)].join(
          '\n',
        ),
      )
    return EXIT.proved
  },
}
