import { arch, cpus, platform } from 'node:os'
import { isMet, RATIO_FROM_MS, type Bar } from './bars.ts'
import { crowdBars, measureCrowd } from './crowd.ts'
import { dialogueBars, measureDialogues } from './dialogues.ts'
import { failureBars, measureFailures } from './failures.ts'
import { readOptions, USAGE, type Options } from './options.ts'
import { measureDiscovery } from './discovery.ts'
import { measurePage } from './page.ts'
import { measureParsing } from './parsing.ts'
import { startServers, type BenchServers } from './servers.ts'
import { measureSilence } from './silence.ts'
import { measureSlowness } from './slowness.ts'
import { formatSoak, measureSoak, soakBars } from './soak.ts'
import { formatBars, formatResults, type Results } from './table.ts'
import { measureTogether, togetherBars } from './together.ts'
import { findTools } from './tools.ts'

const NOTES = `The reference is the shortest exchange the protocols allow, on raw sockets to the same server, with the same work
as a check: it asks what the server can do before the password goes out, and opens the mailbox after the sign-in
(EXAMINE: one round trip more than a sign-in needs; STAT travels with the sign-in where PIPELINING is announced). The
other programs stop at the sign-in; curl adds a NOOP and waits for the goodbye. Trips are counted by the relay,
connecting included. No program looks up names. A ratio is allowed 1.10 for SMTP and 1.15 for the rest.
Failures, slow servers and checks in great number meet scripted servers, everything else those named above.`

const say = (what: string) => process.stderr.write(`bench: ${what} …\n`)

/** @returns the exit status: 0 when every bar is met, 1 when one is missed, 2 for wrong usage */
export async function bench(args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (!options.ok) {
    process.stderr.write(`${options.error}\n${USAGE}\n`)
    return 2
  }
  if (options.value.soakMinutes !== null) return soak(options.value.soakMinutes)
  const startedAt = performance.now()
  say('starting the servers')
  const servers = await startServers()
  // An interrupted run must not leave real servers behind, and Ctrl+C comes more than once.
  let stopping: Promise<void> | undefined
  const abandon = () => void (stopping ??= servers.stop().finally(() => process.exit(130)))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, abandon)
  try {
    const { tools, missing } = await findTools()
    const results = await measure(options.value, servers, tools)
    const strange = tools.filter(({ name }) => !results.dialogues.some(({ who }) => who === name))
    print(results, servers)
    for (const name of missing) console.log(`${name}: not here.`)
    for (const { name } of strange) console.log(`${name}: does not get along with these servers.`)
    const missed = results.bars.filter((bar) => !isMet(bar)).length
    const seconds = Math.round((performance.now() - startedAt) / 1_000)
    console.log(`\n${results.bars.length} bars, ${missed} missed; ${seconds} s`)
    return missed === 0 ? 0 : 1
  } finally {
    await servers.stop()
  }
}

async function soak(minutes: number): Promise<number> {
  say(`${minutes} minutes of checks`)
  const soaked = await measureSoak(minutes)
  const bars = soakBars(soaked)
  console.log(`${formatSoak(soaked)}\n\n${formatBars(bars)}`)
  return bars.every(isMet) ? 0 : 1
}

async function measure(
  { roundTripsMs, checks, slowServers }: Options,
  { ports }: BenchServers,
  tools: Awaited<ReturnType<typeof findTools>>['tools'],
): Promise<Results> {
  const each = async <T>(what: string, from: number, one: (ms: number) => Promise<readonly T[]>) => {
    const found: T[] = []
    for (const ms of roundTripsMs.filter((length) => length >= from)) {
      say(`${what}, ${ms} ms`)
      found.push(...(await one(ms)))
    }
    return found
  }
  // First, while there is nothing else on the heap.
  say(`${checks} checks`)
  const crowd = await measureCrowd(checks)
  const dialogues = await each('sign-ins', 0, (ms) => measureDialogues(ports, ms, tools))
  const together = await each('three together', 0, (ms) => measureTogether(ports, ms))
  const failures = await each('failures', 1, measureFailures)
  const discovery = await each('discovery', RATIO_FROM_MS, measureDiscovery)
  const waits = await waitTogether(roundTripsMs, ports, slowServers)
  say('parsers')
  const parsing = await measureParsing()
  say('the page')
  const page = await measurePage(say)
  const timed = [...dialogueBars(dialogues), ...togetherBars(together), ...failureBars(failures)]
  return {
    dialogues,
    together,
    failures,
    crowd,
    bars: [...timed, ...discovery, ...waits, ...crowdBars(crowd), ...parsing, ...page],
  }
}

/** All of it is waiting, so it is done at the same time. */
async function waitTogether(
  roundTripsMs: readonly number[],
  ports: BenchServers['ports'],
  slowServers: Options['slowServers'],
): Promise<readonly Bar[]> {
  say('silent and slow servers')
  const long = roundTripsMs.filter((ms) => ms >= RATIO_FROM_MS)
  const bars = await Promise.all([
    ...long.map((ms) => measureSilence(ports, ms)),
    ...(slowServers === 'measured' ? [measureSlowness()] : []),
  ])
  return bars.flat()
}

function print(results: Results, { description }: BenchServers): void {
  const machine = `${platform()} ${arch()}, ${cpus().length} processors, Node ${process.versions.node}`
  console.log(`${description}; ${machine}\n\n${formatResults(results)}\n\n${NOTES}`)
}
