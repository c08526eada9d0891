import type { LifeCycle } from '#shared/catalogue/life-cycle.ts'
import type { IsoDate } from '#shared/catalogue/source.ts'

/** Something that ends for everyone on one day, but for what a test changes about it. */
export function endingOn(day: IsoDate, change: Partial<LifeCycle> = {}): LifeCycle {
  return {
    announced: null,
    effective: day,
    final: day,
    postponedBy: 'nobody',
    concerns: 'all',
    source: { name: 'a note', date: '2026-01-01' },
    ...change,
  }
}
