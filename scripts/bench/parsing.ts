import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import type { Outcome } from '#shared/outcome.ts'
import { createRedactor } from '#shared/report/redact.ts'
import { DEFAULT_LIMITS, type Limits } from '#engine/limits.ts'
import { CommandRunner } from '#engine/protocols/imap/command.ts'
import { LineSocket } from '#engine/protocols/line-socket.ts'
import { readLines } from '#engine/protocols/pop3/reply.ts'
import { readReply } from '#engine/protocols/smtp/reply.ts'
import { Transcript } from '#engine/transcript.ts'
import type { Bar } from './bars.ts'
import { USER } from './servers.ts'
import { timed } from './stopwatch.ts'

/** Ten times the input may take this many times as long. */
const TEN = 10
const MOST_TIMES = 12

/** What one parser is given, and how it is asked to read. `size` counts what it is fed with: lines or octets. */
interface Subject {
  readonly name: string
  readonly size: number
  readonly input: (size: number) => string
  readonly chunkOctets: number
  readonly read: (line: LineSocket) => Promise<Outcome<unknown, unknown>>
}

const PACKET = 1_448
const RUNS = 25
/** One reading is too short for the clock. */
const READINGS = 2
/** Beyond the 200 lines that a transcript keeps: those cost more than all others. */
const LINES = 1_000
const OCTETS = 6_000
/** Where a reply is cut off is not what is measured here. */
const LIMITS: Limits = { ...DEFAULT_LIMITS, replyLines: LINES * TEN + 1 }

const redact = createRedactor([USER.password])
const lines = (count: number, line: string) => `${line}\r\n`.repeat(count)

const SUBJECTS: readonly Subject[] = [
  {
    name: 'line socket, many lines',
    size: LINES,
    input: (size) => `${lines(size, 'a line of quite ordinary length for a mail server')}end\r\n`,
    chunkOctets: PACKET,
    read: async (line) => {
      for (;;) {
        const next = await line.readLine()
        if (!next.ok || next.value === 'end') return next
      }
    },
  },
  {
    name: 'line socket, one line octet by octet',
    size: OCTETS,
    input: (size) => `${'x'.repeat(size)}\r\n`,
    chunkOctets: 1,
    read: (line) => line.readLine(),
  },
  {
    name: 'SMTP reply',
    size: LINES,
    input: (size) => `${lines(size, '250-AUTH PLAIN LOGIN SCRAM-SHA-256')}250 SIZE 1000\r\n`,
    chunkOctets: PACKET,
    read: readReply,
  },
  {
    name: 'IMAP response',
    size: LINES,
    input: (size) => `${lines(size, '* LIST () "/" {11}\r\nhello world')}A1 OK done\r\n`,
    chunkOctets: PACKET,
    read: (line) => new CommandRunner(line).run(['LIST "" "*"']),
  },
  {
    name: 'POP3 multi-line reply',
    size: LINES,
    input: (size) => `${lines(size, '..stuffed line of a reply to CAPA')}.\r\n`,
    chunkOctets: PACKET,
    read: readLines,
  },
]

/** The best of several runs each: what disturbs a run makes it longer and never shorter. */
export async function measureParsing(): Promise<readonly Bar[]> {
  const bars: Bar[] = []
  for (const subject of SUBJECTS) {
    const small: number[] = []
    const big: number[] = []
    for (let run = 0; run < RUNS; run += 1) {
      small.push(await timeOf(subject, subject.size))
      big.push(await timeOf(subject, subject.size * TEN))
    }
    const value = Math.min(...big) / Math.min(...small)
    bars.push({
      name: `${subject.name}: time for ten times the input`,
      value,
      limit: MOST_TIMES,
      unit: 'times',
    })
  }
  return bars
}

async function timeOf(subject: Subject, size: number): Promise<number> {
  const octets = Buffer.from(subject.input(size), 'latin1')
  return timed(async () => {
    for (let reading = 0; reading < READINGS; reading += 1) await readOnce(subject, octets)
  })
}

async function readOnce({ name, chunkOctets, read }: Subject, octets: Buffer): Promise<void> {
  const feed = new Feed(octets, chunkOctets)
  const line = new LineSocket(feed as Duplex as Socket, {
    lineBytes: LIMITS.lineBytes.imap,
    limits: LIMITS,
    transcript: new Transcript(redact, () => 0),
    protection: 'encrypted',
  })
  const result = await read(line)
  feed.destroy()
  if (!result.ok) throw new Error(`${name} could not be read: ${JSON.stringify(result.error)}`)
}

/** As much of a socket as a line uses: gives its octets piece by piece, as fast as they are taken. */
class Feed extends Duplex {
  readonly #octets: Buffer
  readonly #chunkOctets: number
  #given = 0

  constructor(octets: Buffer, chunkOctets: number) {
    super()
    this.#octets = octets
    this.#chunkOctets = chunkOctets
  }

  override _read(): void {
    const chunk = this.#octets.subarray(this.#given, this.#given + this.#chunkOctets)
    this.#given += chunk.length
    this.push(chunk.length > 0 ? chunk : null)
  }

  override _write(_: Buffer, __: BufferEncoding, done: () => void): void {
    done()
  }
}
