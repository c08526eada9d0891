import type { Code } from '#shared/finding/codes.ts'
import type { Bar } from './bars.ts'
import { LINES, lineBy, type LineName } from './lines.ts'
import { check, type TestServers, type Observed } from './mailwright.ts'
import { Relays } from './relays.ts'
import type { Ports } from './servers.ts'

/** Packets that are dropped on the way: nothing ever comes back. */
interface Silence {
  readonly name: string
  readonly lines: readonly LineName[]
  readonly dropped: readonly number[]
  readonly refused?: readonly number[]
  /** The one that is not answered, and the code it is to get. */
  readonly watched: LineName
  readonly code: Code
  readonly withinMs: number
}

const THREE = ['SMTP 587', 'IMAP 993', 'POP3 995'] as const
const WITH_ANOTHER_MS = 3_000
const ALONE_MS = 10_000

const SILENCES: readonly Silence[] = [
  {
    name: '587 dropped, 465 answers',
    lines: THREE,
    dropped: [587],
    watched: 'SMTP 587',
    code: 'NET_PORT_BLOCKED',
    withinMs: WITH_ANOTHER_MS,
  },
  {
    name: '465 dropped, 587 answers',
    lines: ['SMTP 465', 'IMAP 993', 'POP3 995'],
    dropped: [465],
    watched: 'SMTP 465',
    code: 'NET_PORT_BLOCKED',
    withinMs: WITH_ANOTHER_MS,
  },
  {
    name: '587 dropped, 465 refused, IMAP answers',
    lines: THREE,
    dropped: [587],
    refused: [465],
    watched: 'SMTP 587',
    code: 'NET_PORT_BLOCKED',
    withinMs: WITH_ANOTHER_MS,
  },
  {
    name: '587 and 465 dropped, IMAP answers',
    lines: THREE,
    dropped: [587, 465],
    watched: 'SMTP 587',
    code: 'NET_PORT_BLOCKED',
    withinMs: WITH_ANOTHER_MS,
  },
  {
    name: 'everything dropped',
    lines: THREE,
    dropped: LINES.map(({ port }) => port),
    watched: 'IMAP 993',
    code: 'NET_TIMEOUT',
    withinMs: ALONE_MS,
  },
]

/** "No answer yet" is due at two seconds; a timer may be a little late. */
const WAITING_MS = 2_000 + 250

export async function measureSilence(ports: Ports, roundTripMs: number): Promise<readonly Bar[]> {
  const relays = await Relays.start(ports, roundTripMs)
  const bars = await Promise.all(SILENCES.map((silence) => endure(silence, relays)))
  await relays.stop()
  return bars.flat()
}

async function endure(silence: Silence, relays: Relays): Promise<readonly Bar[]> {
  const { name, lines, dropped, refused = [], watched, code, withinMs } = silence
  const { roundTripMs } = relays
  const endpoints: TestServers = {
    ...relays.endpoints,
    ...Object.fromEntries(refused.map((port) => [port, 'refused'])),
    ...Object.fromEntries(dropped.map((port) => [port, 'dropped'])),
  }
  const observed = await check(lines.map(lineBy), { endpoints, roundTripMs })
  const { protocol } = lineBy(watched)
  const seen = observed.result.endpoints.find(({ endpoint }) => endpoint.protocol === protocol)?.code
  if (seen !== code) throw new Error(`"${name}" was to be ${code} and is ${seen}`)
  const at = `${name}, at ${roundTripMs} ms`
  return [
    { name: `${at}: named`, value: timeOf(observed, 'result', protocol), limit: withinMs, unit: 'ms' },
    {
      name: `${at}: "no answer yet"`,
      value: timeOf(observed, 'waiting', protocol),
      limit: WAITING_MS,
      unit: 'ms',
    },
  ]
}

function timeOf({ events }: Observed, type: 'result' | 'waiting', protocol: string): number {
  const found = events.find(({ event }) => event.type === type && event.protocol === protocol)
  return found?.atMs ?? Number.POSITIVE_INFINITY
}
