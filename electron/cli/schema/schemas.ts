import { accounts, batch, batchSummary, check, report, reportComparison } from '#cli/schema/accounts.ts'
import { DEFINITIONS } from '#cli/schema/definitions.ts'
import type { JsonSchema } from '#cli/schema/json-schema.ts'
import {
  arrive,
  devices,
  discover,
  explain,
  ports,
  preflight,
  preflightSummary,
  providers,
} from '#cli/schema/looking.ts'
import { exported, guide, inspect, oauthClient } from '#cli/schema/setups.ts'

/** Everything that a command prints as JSON, by the name of its file in `docs/schema`. */
export const SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  accounts,
  arrive,
  batch,
  'batch-summary': batchSummary,
  check,
  devices,
  discover,
  explain,
  export: exported,
  guide,
  inspect,
  'oauth-client': oauthClient,
  ports,
  preflight,
  'preflight-summary': preflightSummary,
  providers,
  report,
  'report-comparison': reportComparison,
}

/** One schema as a document that needs no other; `null` for a name that is none. */
export function schemaDocument(name: string): JsonSchema | null {
  const schema = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined
  if (schema === undefined) return null
  const needed = new Set<string>()
  collectNames(schema, needed)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `mailwright ${name}`,
    ...schema,
    ...(needed.size === 0
      ? {}
      : { $defs: Object.fromEntries(Object.entries(DEFINITIONS).filter(([known]) => needed.has(known))) }),
  }
}

/** Also what is needed by what is needed. */
function collectNames(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [member, inner] of Object.entries(value)) {
    const name = member === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '') : null
    if (name === null) collectNames(inner, names)
    else if (!names.has(name)) {
      names.add(name)
      collectNames(DEFINITIONS[name], names)
    }
  }
}
