import { parseArgs } from 'node:util'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** How much is measured. */
export interface Options {
  /** What the relay adds, ascending; 0 is a direct line. */
  readonly roundTripsMs: readonly number[]
  readonly checks: number
  readonly slowServers: 'measured' | 'left-out'
  /** Minutes of checks against flaky servers, and nothing else; `null` for everything else. */
  readonly soakMinutes: number | null
}

const THOROUGH: Options = {
  roundTripsMs: [0, 20, 100, 300],
  checks: 1_000,
  slowServers: 'measured',
  soakMinutes: null,
}
const QUICK: Options = { roundTripsMs: [100], checks: 100, slowServers: 'left-out', soakMinutes: null }
const MOST_MS = 1_000
const MOST_MINUTES = 24 * 60

export const USAGE = 'npm run bench -- [--quick] [--rtt 20,100,300] [--soak MINUTES]'

export function readOptions(args: readonly string[]): Outcome<Options, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { quick: { type: 'boolean' }, rtt: { type: 'string' }, soak: { type: 'string' } },
    })
    const chosen = values.quick === true ? QUICK : THOROUGH
    const soakMinutes = values.soak === undefined ? null : Number(values.soak)
    if (soakMinutes !== null && !(soakMinutes > 0 && soakMinutes <= MOST_MINUTES))
      return fail(`--soak takes minutes, ${MOST_MINUTES} at most`)
    const options = { ...chosen, soakMinutes }
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
