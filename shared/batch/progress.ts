/** How far a run is. */
export interface Progress {
  readonly done: number
  readonly total: number
  /** Rows a second, in this run. */
  readonly perSecond: number
  /** `null` while nothing can be said. */
  readonly secondsLeft: number | null
}

/**
 * @param before those that an earlier run has done; they say nothing about the pace of this one
 */
export function progressOf(
  { done, before, total }: { readonly done: number; readonly before: number; readonly total: number },
  elapsedMs: number,
): Progress {
  const perSecond = elapsedMs <= 0 ? 0 : ((done - before) * 1_000) / elapsedMs
  const secondsLeft = perSecond === 0 ? null : Math.ceil(Math.max(0, total - done) / perSecond)
  return { done, total, perSecond, secondsLeft }
}
