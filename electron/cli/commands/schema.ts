import type { Command } from '#cli/command.ts'
import { EXIT, UsageError } from '#cli/exit-status.ts'
import { schemaDocument, SCHEMAS } from '#cli/schema/schemas.ts'
import { print } from '#cli/terminal.ts'

export const schemaCommand: Command = {
  name: 'schema',
  usage: 'schema [NAME]',
  summary: 'cli.summary.schema',
  options: {},
  examples: [
    { line: 'schema', text: 'cli.example.schema' },
    { line: 'schema check > check.schema.json', text: 'cli.example.schema-file' },
  ],
  run: ({ terminal, positionals }) => {
    const [name, ...rest] = positionals
    const document = name === undefined ? null : schemaDocument(name)
    if (rest.length > 0 || (name !== undefined && document === null))
      throw new UsageError('cli.usage.schema', { names: Object.keys(SCHEMAS).join(', ') })
    print(terminal, document === null ? Object.keys(SCHEMAS).join('\n') : JSON.stringify(document, null, 2))
    return Promise.resolve(EXIT.proved)
  },
}
