import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import type { DelayRelay } from '../../test/support/delay-relay.ts'
import { MOST_OVERHEAD_MS, MOST_TIMES, RATIO_FROM_MS, type Bar } from './bars.ts'
import { LINES, type Line, type LineName } from './lines.ts'
import { checkWorks } from './mailwright.ts'
import { runReference } from './reference.ts'
import { Relays } from './relays.ts'
import type { Ports } from './servers.ts'
import { median, runsAt } from './stopwatch.ts'
import type { Tool } from './tools.ts'

export const REFERENCE = 'reference'
export const MAILWRIGHT = 'Mailwright'

/** One sign-in, by one program, over one line. */
export interface Measurement {
  readonly line: LineName
  readonly who: string
  readonly roundTripMs: number
  readonly ms: number
  readonly roundTrips: number
}

interface Contender {
  readonly who: string
  readonly runs: number
  /** `cannot`: this program does not get along with this server. */
  readonly signIn: (port: number) => Promise<unknown>
}

/** Every program on every line. Where the line takes the time, the protocols are measured side by side. */
export async function measureDialogues(
  ports: Ports,
  roundTripMs: number,
  tools: readonly Tool[],
): Promise<readonly Measurement[]> {
  const relays = await Relays.start(ports, roundTripMs)
  const measureAll = async (protocols: readonly Protocol[]) => {
    const found: Measurement[] = []
    for (const line of LINES.filter(({ protocol }) => protocols.includes(protocol)))
      found.push(...(await measureLine(line, relays, contendersFor(line, roundTripMs, tools))))
    return found
  }
  const groups = roundTripMs < RATIO_FROM_MS ? [PROTOCOLS] : PROTOCOLS.map((protocol) => [protocol])
  const found = await Promise.all(groups.map(measureAll))
  await relays.stop()
  return found.flat()
}

function contendersFor(line: Line, roundTripMs: number, tools: readonly Tool[]): readonly Contender[] {
  const runs = runsAt(roundTripMs)
  const others = tools
    .filter((tool) => tool.knows(line))
    .map(({ name, signIn }) => ({
      who: name,
      runs: roundTripMs > RATIO_FROM_MS ? 1 : 3,
      signIn: (port: number) => signIn(line, port).catch(() => 'cannot'),
    }))
  const check = (port: number) => checkWorks([line], { endpoints: { [line.port]: port }, roundTripMs })
  return [
    { who: REFERENCE, runs, signIn: (port) => runReference(line.name, port) },
    { who: MAILWRIGHT, runs, signIn: check },
    ...others,
  ]
}

async function measureLine(
  line: Line,
  relays: Relays,
  contenders: readonly Contender[],
): Promise<readonly Measurement[]> {
  const { roundTripMs } = relays
  const samples: Measurement[] = []
  // In turns, so that a busy moment of this computer meets all of them.
  for (let run = 1; run <= runsAt(roundTripMs); run += 1) {
    for (const { who, signIn } of contenders.filter(({ runs }) => run <= runs)) {
      const sample = await measureOnce(relays.at(line.port), signIn)
      if (sample !== null) samples.push({ line: line.name, who, roundTripMs, ...sample })
    }
  }
  return contenders.flatMap(({ who }) => {
    const own = samples.filter((sample) => sample.who === who)
    const ms = median(own.map((sample) => sample.ms))
    const roundTrips = median(own.map((sample) => sample.roundTrips))
    return own.length === 0 ? [] : [{ line: line.name, who, roundTripMs, ms, roundTrips }]
  })
}

async function measureOnce(
  relay: DelayRelay,
  signIn: Contender['signIn'],
): Promise<Pick<Measurement, 'ms' | 'roundTrips'> | null> {
  const before = relay.connections.length
  const startedAt = performance.now()
  const ending = await signIn(relay.port)
  const ms = performance.now() - startedAt
  const used = relay.connections.slice(before).map(({ roundTrips }) => roundTrips)
  return ending === 'cannot' ? null : { ms, roundTrips: used.reduce((total, one) => total + one, 0) }
}

/** What Mailwright may take longer than the reference did. */
export function dialogueBars(measurements: readonly Measurement[]): readonly Bar[] {
  return LINES.flatMap(({ name, protocol }) => {
    const own = measurements.filter(({ line, who }) => line === name && who === MAILWRIGHT)
    return own.flatMap(({ roundTripMs, ms }): readonly Bar[] => {
      const reference = measurements.find(
        (one) => one.line === name && one.who === REFERENCE && one.roundTripMs === roundTripMs,
      )
      if (reference === undefined) return []
      const at = `${name} at ${roundTripMs} ms`
      if (roundTripMs === 0)
        return [
          {
            name: `${at}, more than the reference`,
            value: ms - reference.ms,
            limit: MOST_OVERHEAD_MS,
            unit: 'ms',
          },
        ]
      if (roundTripMs < RATIO_FROM_MS) return []
      return [
        {
          name: `${at}, times the reference`,
          value: ms / reference.ms,
          limit: MOST_TIMES[protocol],
          unit: 'times',
        },
      ]
    })
  })
}
