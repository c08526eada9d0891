import * as v from 'valibot'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** A JSON document of this shape; what the shape does not name is not looked at. */
export function readJson<const Schema extends v.GenericSchema>(
  body: Buffer,
  schema: Schema,
): Outcome<v.InferOutput<Schema>, LookUpFault> {
  const result = v.safeParse(schema, parse(body))
  return result.success ? ok(result.output) : fail({ kind: 'document', why: 'malformed' })
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}
