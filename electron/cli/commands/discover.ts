import { readAddress } from '#cli/address.ts'
import { flag } from '#cli/command-option.ts'
import type { Command } from '#cli/command.ts'
import { discover } from '#cli/discover.ts'
import { EXIT } from '#cli/exit-status.ts'
import { discoveryJson } from '#cli/output/discovery-json.ts'
import { discoveryText } from '#cli/output/discovery-text.ts'
import { print, printJson } from '#cli/terminal.ts'
import { withEngine } from '#cli/terminal-engine.ts'

export const discoverCommand: Command = {
  name: 'discover',
  usage: 'discover <address> [--offline] [--json]',
  summary: 'cli.summary.discover',
  options: { offline: flag('cli.option.offline') },
  examples: [
    { line: 'discover anna@example.org', text: 'cli.example.discover' },
    { line: 'discover anna@gmail.com --offline', text: 'cli.example.discover-offline' },
  ],
  run: async (invocation) => {
    const { terminal, translator, json, system, values } = invocation
    const address = readAddress(invocation)
    const network = values['offline'] === true ? 'leave-alone' : 'ask'
    const discovery = await withEngine(system, (useCases) =>
      discover(useCases, address, network, terminal.signal),
    )
    if (json) printJson(terminal, discoveryJson(discovery, translator.t))
    else print(terminal, discoveryText(discovery, translator.t))
    return discovery.candidates.length > 0 ? EXIT.proved : EXIT.problem
  },
}
