import { PROVIDERS } from '#shared/catalogue/providers.ts'
import type { Command } from '#cli/command.ts'
import { EXIT } from '#cli/exit-status.ts'
import { print, printJson } from '#cli/terminal.ts'

export const providersCommand: Command = {
  name: 'providers',
  usage: 'providers [--json]',
  summary: 'cli.summary.providers',
  options: {},
  run: ({ json, terminal }) => {
    if (json) {
      const providers = PROVIDERS.map(({ id, name, kind, domains, checkedOn }) => ({
        id,
        name,
        kind,
        domains,
        checkedOn,
      }))
      printJson(terminal, { schema: 1, providers })
    } else {
      const width = Math.max(...PROVIDERS.map(({ name }) => name.length))
      for (const { name, kind, domains, mx } of PROVIDERS) {
        const known = domains.length > 0 ? shorten(domains) : shorten(mx.map((suffix) => `MX …${suffix}`))
        print(terminal, `${name.padEnd(width)}  ${kind === 'mailbox' ? '' : `(${kind}) `}${known}`.trimEnd())
      }
    }
    return Promise.resolve(EXIT.proved)
  },
}

function shorten(items: readonly string[]): string {
  const shown = items.slice(0, 4).join(', ')
  return items.length > 4 ? `${shown} (+${items.length - 4})` : shown
}
