import { formatAmount, isMet, type Bar } from './bars.ts'
import type { Crowd } from './crowd.ts'
import { MAILWRIGHT, REFERENCE, type Measurement } from './dialogues.ts'
import type { FailureTime } from './failures.ts'
import { LINES } from './lines.ts'
import type { Comparison } from './together.ts'

type Row = readonly string[]

/** Everything that was measured. */
export interface Results {
  readonly dialogues: readonly Measurement[]
  readonly together: readonly Comparison[]
  readonly failures: readonly FailureTime[]
  readonly crowd: Crowd
  readonly bars: readonly Bar[]
}

/** One table: times in milliseconds, one column for each length of the line, and then the bars. */
export function formatResults(results: Results): string {
  const times = [...results.dialogues, ...results.together, ...results.failures]
  const lengths = [...new Set(times.map(({ roundTripMs }) => roundTripMs))].toSorted((a, b) => a - b)
  const rows: readonly Row[] = [
    ['median in ms, by the round trip of the line', 'trips', ...lengths.map((ms) => `${ms} ms`)],
    ...dialogueRows(results.dialogues, lengths),
    ...togetherRows(results.together, lengths),
    ...failureRows(results.failures, lengths),
    ...crowdRows(results.crowd),
  ]
  return `${align(rows)}\n\n${formatBars(results.bars)}`
}

export function formatBars(bars: readonly Bar[]): string {
  return align([['bar', '', 'value', 'at most'], ...bars.map(barRow)])
}

function dialogueRows(measurements: readonly Measurement[], lengths: readonly number[]): readonly Row[] {
  return LINES.flatMap(({ name }) => {
    const own = measurements.filter(({ line }) => line === name)
    return [...new Set(own.map(({ who }) => who))].map((who) => {
      const ofOne = own.filter((one) => one.who === who)
      const trips = ofOne.toSorted((a, b) => b.roundTripMs - a.roundTripMs)[0]?.roundTrips
      return [`${name}  ${who}`, String(trips ?? ''), ...times(ofOne, lengths, ({ ms }) => ms)]
    })
  })
}

function togetherRows(comparisons: readonly Comparison[], lengths: readonly number[]): readonly Row[] {
  return [...new Set(comparisons.map(({ name }) => name))].flatMap((name) => {
    const own = comparisons.filter((one) => one.name === name)
    return [
      [`${name}  ${REFERENCE}`, '', ...times(own, lengths, ({ referenceMs }) => referenceMs)],
      [`${name}  ${MAILWRIGHT}`, '', ...times(own, lengths, ({ ms }) => ms)],
    ]
  })
}

function failureRows(failures: readonly FailureTime[], lengths: readonly number[]): readonly Row[] {
  return [...new Set(failures.map(({ name }) => name))].map((name) => {
    const own = failures.filter((one) => one.name === name)
    return [
      `${name}  ${MAILWRIGHT}`,
      String(own[0]?.roundTrips ?? ''),
      ...times(own, lengths, ({ ms }) => ms),
    ]
  })
}

function crowdRows({ checks, atATime, perSecond, heapGrowthMiB, rssGrowthMiB }: Crowd): readonly Row[] {
  const octets = Math.round((heapGrowthMiB * 2 ** 20) / checks)
  return [
    [`${checks} checks of three services, ${atATime} at a time: per second`, '', perSecond.toFixed(0)],
    ['  growth of the heap, octets per check', '', String(octets)],
    ['  growth of the process, MiB', '', rssGrowthMiB.toFixed(1)],
  ]
}

function times<T extends { readonly roundTripMs: number }>(
  found: readonly T[],
  lengths: readonly number[],
  pick: (one: T) => number,
): Row {
  return lengths.map((length) => {
    const one = found.find(({ roundTripMs }) => roundTripMs === length)
    return one === undefined ? '' : pick(one).toFixed(0)
  })
}

function barRow(bar: Bar): Row {
  const { name, value, limit, unit } = bar
  return [name, isMet(bar) ? 'met' : 'missed', formatAmount(value, unit), formatAmount(limit, unit)]
}

/** Names to the left, numbers to the right. */
function align(rows: readonly Row[]): string {
  const widths = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  const cell = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n')
}
