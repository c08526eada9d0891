import * as v from 'valibot'
import type { PendingTry, Refusal, Tries } from '#shared/accounts/refusals.ts'
import { line } from '#shared/contract/guards.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { readPlainFile } from '#engine/files/plain-file.ts'
import { isNewer, parseJson } from '#engine/files/saved-json.ts'

const MAX_BYTES = 1_048_576
const SCHEMA = 1

const time = v.pipe(v.string(), v.isoTimestamp())
const target = { host: line(260), userName: line(320) }

const refusal: v.GenericSchema<unknown, Refusal> = v.object({
  ...target,
  at: time,
  password: v.picklist(['saved', 'typed']),
})

const pendingTry: v.GenericSchema<unknown, PendingTry> = v.object({
  targets: v.array(v.object(target)),
  at: time,
  by: line(200),
})

const file = v.object({
  schema: v.literal(SCHEMA),
  refusals: v.array(refusal),
  // Left out by files that are older than counting what is under way.
  pending: v.optional(v.array(pendingTry), []),
})

export const NO_TRIES: Tries = { refusals: [], pending: [] }

/**
 * A damaged file says nothing; it is replaced at the next refusal. `not-ours`: a later version wrote it, or it is no
 * plain file, and it stays as it is.
 */
export async function readTries(path: string): Promise<Outcome<Tries, 'not-ours'>> {
  const found = await readPlainFile(path, { limit: MAX_BYTES, beyond: 'refuse' })
  if (!found.ok) {
    const isOdd = found.error === 'folder' || found.error === 'special'
    return isOdd ? fail('not-ours') : ok(NO_TRIES)
  }
  const content = parseJson(found.value.content.toString('utf8'))
  if (isNewer(content, SCHEMA)) return fail('not-ours')
  const parsed = v.safeParse(file, content)
  if (!parsed.success) return ok(NO_TRIES)
  const { refusals, pending } = parsed.output
  return ok({ refusals, pending })
}

export function triesText({ refusals, pending }: Tries): string {
  return `${JSON.stringify({ schema: SCHEMA, refusals, ...(pending.length === 0 ? {} : { pending }) }, null, 2)}\n`
}
