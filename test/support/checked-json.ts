import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { JsonSchema } from '#cli/schema/json-schema.ts'
import { schemaDocument } from '#cli/schema/schemas.ts'

/**
 * Every line of JSON that a command prints has to be as its schema says, and to have nothing that the schema does not
 * say: a reader is to find all of it there.
 * @throws Error that says what is otherwise
 */
export function requireSchema(args: readonly string[], results: string): void {
  const fault = schemaFault(args, results)
  if (fault !== null) throw fault
}

/** What is otherwise than the schema says, `null` where nothing is. */
export function schemaFault(args: readonly string[], results: string): Error | null {
  if (!printsJson(args)) return null
  for (const line of results.split('\n')) {
    const value = parsed(line)
    const fault = value === null ? null : faultIn(schemaNameFor(args, value), value)
    if (fault !== null) return fault
  }
  return null
}

/** @throws Error that says what is otherwise than in the schema of this name */
export function requireValue(name: string, value: unknown): void {
  const fault = faultIn(name, value)
  if (fault !== null) throw fault
}

function faultIn(name: string, value: unknown): Error | null {
  const validate = validatorOf(name)
  if (validate(value)) return null
  const faults = (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
  return new Error(`not as docs/schema/${name}.schema.json says:\n${faults.join('\n')}`)
}

/** Lines that are cut off, or interrupted by a reader, are none. */
function parsed(line: string): object | null {
  if (!line.startsWith('{')) return null
  try {
    return JSON.parse(line) as object
  } catch {
    return null
  }
}

function printsJson(args: readonly string[]): boolean {
  const [command] = args
  return (
    args.includes('--json') || args.includes('json') || (command === 'batch' && !args.includes('--format'))
  )
}

function schemaNameFor([command = '', verb]: readonly string[], value: object): string {
  if (command === 'report' && verb === 'compare') return 'report-comparison'
  if (command === 'batch' && !('line' in value)) return 'batch-summary'
  return command === 'preflight' && !('line' in value) ? 'preflight-summary' : command
}

const validators = new Map<string, ValidateFunction>()

function validatorOf(name: string): ValidateFunction {
  const known = validators.get(name)
  if (known !== undefined) return known
  const document = schemaDocument(name)
  if (document === null) throw new Error(`no schema for the JSON of ${name}`)
  const validate = new Ajv2020({ strict: true, allErrors: false }).compile(closed(document))
  validators.set(name, validate)
  return validate
}

/** The same schema with the lists of members complete. */
function closed(schema: JsonSchema): JsonSchema {
  return closedValue(schema) as JsonSchema
}

function closedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closedValue)
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closedValue(one)]))
  const isOpen = 'properties' in inner && 'required' in inner && !('additionalProperties' in inner)
  return isOpen ? { ...inner, additionalProperties: false } : inner
}
