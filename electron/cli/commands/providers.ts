import type { Provider } from '#shared/catalogue/provider.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { IMPORTED } from '#shared/imported/records.ts'
import { placeOf } from '#shared/imported/record.ts'
import type { Command } from '#cli/command.ts'
import { EXIT } from '#cli/exit-status.ts'
import { print, printJson } from '#cli/terminal.ts'

export const providersCommand: Command = {
  name: 'providers',
  usage: 'providers [--json]',
  summary: 'cli.summary.providers',
  options: {},
  examples: [{ line: 'providers', text: 'cli.example.providers' }],
  run: ({ json, terminal }) => {
    if (json) {
      printJson(terminal, {
        schema: 1,
        providers: PROVIDERS.map(described),
        imported: IMPORTED.map(imported),
      })
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

function described({ id, name, kind, domains, comparedOn, providerPageReadOn, probedOn }: Provider) {
  return {
    id,
    name,
    kind,
    domains,
    comparedOn,
    providerPageReadOn: providerPageReadOn ?? null,
    probedOn: probedOn ?? null,
  }
}

/** What came from a public collection, under the file it stands in there. */
function imported(record: (typeof IMPORTED)[number]) {
  return { from: placeOf(record), read: record.collection.snapshot, domains: record.domains, mx: record.mx }
}

function shorten(items: readonly string[]): string {
  const shown = items.slice(0, 4).join(', ')
  return items.length > 4 ? `${shown} (+${items.length - 4})` : shown
}
