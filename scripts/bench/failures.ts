import type { Code } from '#shared/finding/codes.ts'
import type { Bar } from './bars.ts'
import { lineBy, type LineName } from './lines.ts'
import { check, type TestServers } from './mailwright.ts'
import { Relays } from './relays.ts'
import { startScripted } from './servers.ts'
import { median } from './stopwatch.ts'

/** Something that is wrong and says so at once. */
interface Failure {
  readonly name: string
  readonly line: LineName
  readonly endpoints: (relays: Relays) => TestServers
  readonly code: Code
  /** The fewest that lead to the answer: up to the failure, and then up to the answer of another port. */
  readonly roundTrips: number
}

/** How long the answer took. */
export interface FailureTime extends Pick<Failure, 'name' | 'roundTrips'> {
  readonly roundTripMs: number
  readonly ms: number
}

const FAILURES: readonly Failure[] = [
  { name: 'refused', line: 'IMAP 993', endpoints: () => ({}), code: 'NET_REFUSED', roundTrips: 1 + 1 },
  {
    name: 'unreachable',
    line: 'IMAP 993',
    endpoints: () => ({ 993: 'unreachable', 143: 'unreachable' }),
    code: 'NET_UNREACHABLE',
    roundTrips: 1 + 1,
  },
  {
    name: 'TLS wanted, IMAP with STARTTLS there',
    line: 'IMAP 993',
    endpoints: (relays) => ({ 993: relays.at(143).port }),
    code: 'TLS_NOT_TLS',
    roundTrips: 2 + 4,
  },
  {
    name: 'TLS wanted, SMTP with STARTTLS there',
    line: 'SMTP 465',
    endpoints: (relays) => ({ 465: relays.at(587).port }),
    code: 'TLS_NOT_TLS',
    roundTrips: 2 + 5,
  },
  {
    name: 'SMTP wanted, IMAP there',
    line: 'SMTP 465',
    endpoints: (relays) => ({ 465: relays.at(993).port }),
    code: 'PROTO_WRONG_SERVICE',
    roundTrips: 3 + 1,
  },
  {
    name: 'IMAP with STARTTLS wanted, POP3 there',
    line: 'IMAP 143',
    endpoints: (relays) => ({ 143: relays.at(110).port }),
    code: 'PROTO_WRONG_SERVICE',
    roundTrips: 2 + 1,
  },
]
const RUNS = 3
const MOST_TIMES = 1.2
const MOST_MORE_MS = 100

/** With scripted servers: a real one takes its time for a client that speaks the wrong protocol. */
export async function measureFailures(roundTripMs: number): Promise<readonly FailureTime[]> {
  const servers = await startScripted()
  const relays = await Relays.start(servers.ports, roundTripMs)
  const times = await Promise.all(FAILURES.map((failure) => timeOf(failure, relays)))
  await relays.stop()
  await servers.stop()
  return times
}

async function timeOf(
  { name, line, endpoints, code, roundTrips }: Failure,
  relays: Relays,
): Promise<FailureTime> {
  const { roundTripMs } = relays
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const { result, ms } = await check([lineBy(line)], { endpoints: endpoints(relays), roundTripMs })
    const seen = result.endpoints[0]?.code
    if (seen !== code) throw new Error(`"${name}" was to be ${code} and is ${seen}`)
    times.push(ms)
  }
  return { name, roundTrips, roundTripMs, ms: median(times) }
}

export function failureBars(times: readonly FailureTime[]): readonly Bar[] {
  return times.map(({ name, roundTrips, roundTripMs, ms }) => ({
    name: `${name}, at ${roundTripMs} ms`,
    value: ms,
    limit: MOST_TIMES * roundTrips * roundTripMs + MOST_MORE_MS,
    unit: 'ms',
  }))
}
