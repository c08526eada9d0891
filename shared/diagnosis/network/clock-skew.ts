import type { Surroundings } from '#shared/domain/surroundings.ts'

const DAY_MS = 86_400_000

/**
 * By how many whole days this computer's clock is ahead of what the web servers say (behind: negative); 0 where they
 * say about the same, or nothing. The middle one counts: one odd server is not believed.
 */
export function clockSkewDays({ controls, computerDate }: Surroundings): number {
  const here = Date.parse(computerDate)
  const skews = controls
    .map(({ web }) => here - Date.parse(web?.date ?? ''))
    .filter((skew) => !Number.isNaN(skew))
    .toSorted((a, b) => a - b)
  const middle = skews[Math.floor((skews.length - 1) / 2)] ?? 0
  return Math.trunc(middle / DAY_MS)
}
