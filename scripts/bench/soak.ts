import { fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { EngineHandlers } from '#shared/contract/contract.ts'
import { ok } from '#shared/outcome.ts'
import { createEngine } from '#engine/create-engine.ts'
import { createTemporaryFolder } from '#engine/files/temporary-folder.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import { createMemoryStore } from '#engine/secrets/memory-store.ts'
import { systemEnvironment } from '#engine/system-environment.ts'
import { createTrustStore } from '#engine/tls/trust.ts'
import { oneOf, randomFrom } from '../../test/support/random.ts'
import { resolverWith } from '../../test/support/resolvers.ts'
import { TEST_LIMITS } from '../../test/support/test-limits.ts'
import { collected, MIB } from './at-rest.ts'
import type { Bar } from './bars.ts'
import { hear } from './crowd.ts'
import { LINES, type Line } from './lines.ts'
import type { Ports } from './servers.ts'

/** What became of a long run of checks against servers that do what they like, some of them called off. */
export interface Soak {
  readonly minutes: number
  readonly checks: number
  readonly cancelled: number
  /** How often each verdict came. */
  readonly verdicts: Readonly<Record<string, number>>
  /** By the samples after the warm-up, over the rest of the run. */
  readonly heapGrowthMiB: number
  readonly rssGrowthMiB: number
  readonly openHere: number
  readonly openThere: number
  readonly timers: number
  readonly failures: readonly string[]
}

const HOST = 'mail.example.test'
const AT_A_TIME = 6
/** Between two checks of one place, so that a computer with other work hardly notices. */
const PAUSE_MS = 300
const SAMPLES = 60
/** Code is compiled and pools are filled meanwhile. */
const WARM_UP = 1 / 3
const SEED = Number(process.env['MAILWRIGHT_FUZZ_SEED'] ?? 20_261_127)
const LONGEST_BEFORE_CANCEL_MS = 200
/** The last check that waits for a server that says nothing ends at its deadlines. */
const FAREWELL_MS = 2_000

/** @param minutes how long */
export async function measureSoak(minutes: number): Promise<Soak> {
  const script = fileURLToPath(new URL('flaky-servers.ts', import.meta.url))
  const child = fork(script, [String(SEED), HOST])
  const ready = await hear(child)
  if (ready.kind !== 'ready') throw new Error('the servers did not start')
  const folder = createTemporaryFolder('mailwright-soak-')
  const engine = createEngine(environmentFor(ready.ports, ready.authority, folder.path))
  const before = await collected()
  const run = new Run(engine.handlers, randomFrom(SEED))
  const endsAt = performance.now() + minutes * 60_000
  const samples = await sampleWhile(run.until(endsAt), (minutes * 60_000) / SAMPLES)
  engine.close()
  await delay(FAREWELL_MS)
  const after = await collected()
  child.send('how many?')
  const open = await hear(child)
  child.disconnect()
  await folder.remove()
  const settled = samples.slice(Math.floor(samples.length * WARM_UP))
  return {
    minutes,
    ...run.counts,
    heapGrowthMiB: growthOf(lowest(settled.map(({ heap }) => heap))) / MIB,
    rssGrowthMiB: growthOf(lowest(settled.map(({ rss }) => rss))) / MIB,
    openHere: after.sockets - before.sockets,
    openThere: open.kind === 'open' ? open.connections : Number.NaN,
    timers: after.timers - before.timers,
  }
}

function environmentFor(ports: Ports, authority: string, folder: string) {
  const real = systemEnvironment({ version: '0.0.0', host: 'browser', openUrl: () => Promise.resolve(false) })
  const probe = {
    ...real.probe,
    resolver: resolverWith({
      addresses: () => Promise.resolve(ok([{ address: '127.0.0.1', family: 4 as const }])),
    }),
    dialer: {
      connect: (target: Parameters<typeof tcpDialer.connect>[0], signal: AbortSignal) =>
        tcpDialer.connect({ ...target, port: ports[target.port] ?? 1 }, signal),
    },
    scopeOf: () => 'internet' as const,
    trust: createTrustStore([authority]),
    limits: TEST_LIMITS,
  }
  const secrets = createMemoryStore('practice')
  return { ...real, probe, sources: [], secrets, accountsPath: join(folder, 'accounts.json') }
}

/** Looks at this process again and again until the work is done. */
async function sampleWhile(work: Promise<void>, everyMs: number) {
  const over = new AbortController()
  const done = work.finally(() => over.abort())
  const samples: Awaited<ReturnType<typeof collected>>[] = []
  while (!over.signal.aborted) {
    await delay(everyMs, undefined, { signal: over.signal }).catch(() => {})
    samples.push(await collected())
  }
  await done
  return samples
}

const PARTS = 8

/** The least of each part of a run: what a check holds while it is under way comes and goes. */
function lowest(values: readonly number[]): readonly number[] {
  const size = Math.ceil(values.length / PARTS)
  return Array.from({ length: Math.ceil(values.length / size) }, (_, part) =>
    Math.min(...values.slice(part * size, (part + 1) * size)),
  )
}

/** How much a straight line through these values rises from the first to the last (least squares). */
function growthOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((total, value) => total + value, 0) / values.length
  let above = 0
  let below = 0
  for (const [index, value] of values.entries()) {
    above += (index - middle) * (value - mean)
    below += (index - middle) ** 2
  }
  return below === 0 ? 0 : (above / below) * (values.length - 1)
}

class Run {
  readonly #handlers: EngineHandlers
  readonly #random: () => number
  readonly #verdicts: Record<string, number> = {}
  readonly #failures: string[] = []
  #checks = 0
  #cancelled = 0

  constructor(handlers: EngineHandlers, random: () => number) {
    this.#handlers = handlers
    this.#random = random
  }

  get counts() {
    return {
      checks: this.#checks,
      cancelled: this.#cancelled,
      verdicts: this.#verdicts,
      failures: this.#failures,
    }
  }

  async until(endsAt: number): Promise<void> {
    const work = async () => {
      while (performance.now() < endsAt) {
        await this.#check().catch((error: unknown) => this.#failures.push(String(error)))
        await delay(this.#random() * 2 * PAUSE_MS)
      }
    }
    await Promise.all(Array.from({ length: AT_A_TIME }, work))
  }

  /** One account, as the wizard does it: confirmed, tested, maybe called off in the middle, closed. */
  async #check(): Promise<void> {
    const number = (this.#checks += 1)
    const stop = new AbortController()
    const address = `user-${number}@example.test`
    const services = this.#lines().map((line) => serviceOf(line, address))
    const ticket = await this.#handlers.setup.confirm(
      { address, providerId: null, services, previous: null, issuer: null },
      stop.signal,
    )
    if (!ticket.ok) throw new Error(ticket.error)
    const { setupId } = ticket.value
    const timer = this.#random() < 1 / 3 ? this.#cancelLater(stop) : undefined
    const credential = { kind: 'password', secret: `secret-${number}` } as const
    const events = this.#handlers.setup.test(
      { setupId, credential, sending: null, protocols: null },
      stop.signal,
    )
    let verdict = 'none'
    for await (const event of events) if (event.type === 'done') verdict = event.result.verdict
    clearTimeout(timer)
    await this.#handlers.setup.close({ setupId }, stop.signal)
    this.#verdicts[verdict] = (this.#verdicts[verdict] ?? 0) + 1
  }

  #lines(): readonly Line[] {
    const security = oneOf(this.#random, ['tls', 'starttls'] as const)
    const lines = LINES.filter((line) => line.security === security && this.#random() < 0.7)
    return lines.length === 0 ? LINES.slice(0, 1) : lines
  }

  #cancelLater(stop: AbortController): NodeJS.Timeout {
    return setTimeout(() => {
      this.#cancelled += 1
      stop.abort()
    }, this.#random() * LONGEST_BEFORE_CANCEL_MS)
  }
}

function serviceOf({ protocol, security, port }: Line, userName: string) {
  const endpoint = { protocol, host: HOST, port, security }
  return { endpoint, userName, origin: 'typed' as const, pin: null, signIn: 'password' as const }
}

const MOST_GROWTH_MIB = 1.5

export function soakBars({ heapGrowthMiB, openHere, openThere, timers, failures }: Soak): readonly Bar[] {
  return [
    {
      name: 'growth of the heap after the warm-up',
      value: heapGrowthMiB,
      limit: MOST_GROWTH_MIB,
      unit: 'MiB',
    },
    { name: 'connections at the end', value: openHere + openThere, limit: 0, unit: 'open' },
    { name: 'timers at the end', value: timers, limit: 0, unit: 'left' },
    { name: 'checks that threw', value: failures.length, limit: 0, unit: 'failed' },
  ]
}

export function formatSoak({ minutes, checks, cancelled, verdicts, rssGrowthMiB, failures }: Soak): string {
  const each = Object.keys(verdicts)
    .toSorted((a, b) => a.localeCompare(b))
    .map((verdict) => `${verdicts[verdict]} ${verdict}`)
  return [
    `${minutes} min, ${checks} checks against flaky servers, ${cancelled} of them called off: ${each.join(', ')}`,
    `growth of the process after the warm-up: ${rssGrowthMiB.toFixed(1)} MiB; seed ${SEED}`,
    ...new Set(failures),
  ].join('\n')
}
