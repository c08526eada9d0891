import { fork, type ChildProcess } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createTrustStore } from '#engine/tls/trust.ts'
import { collected, MIB } from './at-rest.ts'
import type { Bar } from './bars.ts'
import type { CrowdMessage } from './crowd-servers.ts'
import { lineBy, type Line } from './lines.ts'
import { checkWorks } from './mailwright.ts'

/** Many checks, a bounded number at a time. */
export interface Crowd {
  readonly checks: number
  readonly atATime: number
  readonly perSecond: number
  /** On the heap, after a collection. */
  readonly heapGrowthMiB: number
  /** Of the whole process, which keeps what it once had: for information. */
  readonly rssGrowthMiB: number
  readonly openHere: number
  readonly openThere: number
}

const AT_A_TIME = 16
/** The goodbye of a probe closes within a quarter of a second. */
const FAREWELL_MS = 600

const ACCOUNTS: readonly (readonly Line[])[] = [
  [lineBy('SMTP 465'), lineBy('IMAP 993'), lineBy('POP3 995')],
  [lineBy('SMTP 587'), lineBy('IMAP 143'), lineBy('POP3 110')],
]

export async function measureCrowd(checks: number): Promise<Crowd> {
  const child = fork(fileURLToPath(new URL('crowd-servers.ts', import.meta.url)))
  const ready = await hear(child)
  if (ready.kind !== 'ready') throw new Error('the servers did not start')
  const setting = {
    endpoints: ready.ports,
    roundTripMs: 0,
    trust: createTrustStore([ready.authority]),
  }
  const run = (index: number) => checkWorks(ACCOUNTS[index % ACCOUNTS.length] ?? [], setting)
  // As many again to warm up: code is compiled and pools are filled meanwhile.
  await inTurns(checks, run)
  const before = await atRest()
  const startedAt = performance.now()
  await inTurns(checks, run)
  const seconds = (performance.now() - startedAt) / 1_000
  const after = await atRest()
  child.send('how many?')
  const open = await hear(child)
  child.disconnect()
  return {
    checks,
    atATime: AT_A_TIME,
    perSecond: checks / seconds,
    heapGrowthMiB: (after.heap - before.heap) / MIB,
    rssGrowthMiB: (after.rss - before.rss) / MIB,
    openHere: after.sockets - before.sockets,
    openThere: open.kind === 'open' ? open.connections : Number.NaN,
  }
}

export function hear(child: ChildProcess): Promise<CrowdMessage> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as CrowdMessage))
    child.once('error', reject)
  })
}

async function inTurns(count: number, run: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0
  const work = async () => {
    while (next < count) await run(next++)
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work))
}

async function atRest() {
  await delay(FAREWELL_MS)
  return collected()
}

const MOST_GROWTH_MIB = 1

export function crowdBars({ checks, heapGrowthMiB, openHere, openThere }: Crowd): readonly Bar[] {
  return [
    {
      name: `memory growth over ${checks} checks`,
      value: heapGrowthMiB,
      limit: MOST_GROWTH_MIB,
      unit: 'MiB',
    },
    { name: `connections after ${checks} checks`, value: openHere + openThere, limit: 0, unit: 'open' },
  ]
}
