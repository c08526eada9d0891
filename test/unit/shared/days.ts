import { daysAfter } from '#shared/catalogue/life-cycle.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { livesOf } from '../../../scripts/lib/fact-warnings.ts'

/** A month and a year ahead: what is right today must not go wrong by itself. */
const AHEAD = [0, 35, 365]
const AROUND = [-1, 0, 1]

const today = new Date().toISOString().slice(0, 10)

/** Every day on which something in the catalogue begins or ends. */
export const TURNING_DAYS: readonly string[] = [
  ...new Set(
    PROVIDERS.flatMap((provider) => [
      ...provider.signIn.flatMap(({ from }) => from ?? []),
      ...livesOf(provider).flatMap(({ announced, effective, final }) => [announced, effective, final]),
    ]).filter((day) => day !== null),
  ),
].toSorted()

/** Today, the days ahead, and each turning day with the one before it and the one after it. */
export const DAYS: readonly string[] = [
  ...new Set([
    ...AHEAD.flatMap((days) => daysAfter(today, days) ?? []),
    ...TURNING_DAYS.flatMap((day) => AROUND.flatMap((days) => daysAfter(day, days) ?? [])),
  ]),
].toSorted()
