import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import { formatNamed } from '#shared/exporters/formats.ts'
import type { ExportLimit } from '#shared/exporters/limits.ts'
import type { HandoverWay } from '#shared/handover/handover-programs.ts'

/** A way with what it does not carry of this setup, known before anything is made. */
export interface JudgedWay {
  readonly way: HandoverWay
  readonly limits: readonly ExportLimit[]
}

/** The path of a second file is typed on the page, so its absence is no limit here. */
function limitsOfWay(way: HandoverWay, setup: FinishedSetup): readonly ExportLimit[] {
  return way.kind === 'format' ? (formatNamed(way.format)?.limits(setup) ?? []) : []
}

/** @param ways those that can be gone here, best first */
export function judgeWays(ways: readonly HandoverWay[], setup: FinishedSetup): readonly JudgedWay[] {
  return ways.map((way) => ({ way, limits: limitsOfWay(way, setup) }))
}

export function isBlocked({ limits }: JudgedWay): boolean {
  return limits.some(({ weight }) => weight === 'blocks')
}

/** The way that is proposed: the least work for the user. `null` where none carries the setup: the page says why. */
export function bestWay(judged: readonly JudgedWay[]): JudgedWay | null {
  return judged.find((way) => !isBlocked(way)) ?? null
}
