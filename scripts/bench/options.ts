import { parseArgs } from 'node:util'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** How much is measured. */
export interface Options {
  /** What the relay adds, ascending; 0 is a direct line. */
  readonly roundTripsMs: readonly number[]
  readonly checks: number
  readonly slowServers: 'measured' | 'left-out'
}

const THOROUGH: Options = { roundTripsMs: [0, 20, 100, 300], checks: 1_000, slowServers: 'measured' }
const QUICK: Options = { roundTripsMs: [100], checks: 100, slowServers: 'left-out' }
const MOST_MS = 1_000

export const USAGE = 'npm run bench -- [--quick] [--rtt 20,100,300]'

export function readOptions(args: readonly string[]): Outcome<Options, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { quick: { type: 'boolean' }, rtt: { type: 'string' } },
    })
    const options = values.quick === true ? QUICK : THOROUGH
    if (values.rtt === undefined) return ok(options)
    const added = values.rtt.split(',').map(Number)
    if (!added.every((ms) => Number.isInteger(ms) && ms >= 0 && ms <= MOST_MS))
      return fail(`--rtt takes whole numbers from 0 to ${MOST_MS}`)
    const direct = options.roundTripsMs.filter((ms) => ms === 0)
    return ok({ ...options, roundTripsMs: [...new Set([...direct, ...added])].toSorted((a, b) => a - b) })
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}
