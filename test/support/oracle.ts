import { afterAll, expect } from 'vitest'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import type { ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import type { Canary } from './canary.ts'
import type { CliRun } from './cli.ts'
import { harmIn } from './hostile-fillings.ts'
import { watchVitals, type Vitals } from './vitals.ts'

/**
 * What a hostile server may cost at most: memory, and computing time during which no event is handled. Without
 * limits on what is read it is hundreds of MiB and seconds. With them the dearest case costs 12 MiB and 43 ms, the
 * scripted servers and the neighbours of a concurrent case included. Nothing in here is measured by the clock on the
 * wall, so a busy machine cannot make it fail.
 */
export const MOST_MEMORY_KB = 64 * 1_024
export const MOST_DEAF_MS = 200

/** For what closes itself in a moment. */
const SETTLING_MS = 500
const ENDING_MS = 3_000

/** What a case leaves for the oracle to read. */
export interface Traces {
  readonly result: EndpointResult
  readonly events: readonly TestEvent[]
  readonly servers: readonly ScriptedServer[]
  readonly canary: Canary
}

/** Watches over one case. What is returned is called after it, whatever the server did. */
export function startOracle(): (traces: Traces) => Promise<void> {
  const atFirst = process.memoryUsage.rss() / 1_024
  const stopWatching = watchVitals()
  return async (traces) => {
    const { maxRssKb, deafMs } = stopWatching()
    await expectInvariants(traces)
    expectModesty({ maxRssKb: maxRssKb - atFirst, deafMs })
  }
}

async function expectInvariants({ events, servers, canary, result }: Traces): Promise<void> {
  // A proper goodbye closes within a quarter of a second.
  await until(() => servers.every((server) => server.openConnections === 0), SETTLING_MS)
  for (const server of servers) {
    const inClear = server.received.filter((chunk) => !chunk.encrypted).map(({ text }) => text)
    // `none` is for a server on this computer, and there it is where the password goes.
    if (result.endpoint.security !== 'none')
      expect(canary.formsIn(inClear.join('')), 'no secret byte in the clear').toEqual([])
    expect(server.openConnections, 'no connection is left open').toBe(0)
    expect(server.mistakes, 'the script itself made no mistake').toEqual([])
    await server.stop()
  }
  expect(canary.formsIn(JSON.stringify(events)), 'no secret in any event').toEqual([])
  expect(harmIn(events), 'nothing a terminal, a page or a reader of JSON could be hurt by').toEqual([])
  expect(result.findings.length, 'one cause for a failure, none for a success').toBe(
    result.code === 'OK' ? 0 : 1,
  )
  expect(result.findings.map(({ code }) => code)).toEqual(result.code === 'OK' ? [] : [result.code])
  const sent = servers.some(
    (server) => canary.formsIn(server.received.map(({ text }) => text).join('')).length > 0,
  )
  expect(sent && result.passwordSent === 'no', 'never says "not sent" when it was').toBe(false)
}

/**
 * What a program has said when it is over, however it ended: standard error of a crash too. Node prints the message of
 * an error that nothing has caught, and a message quotes what went wrong.
 */
export function expectNoSecretIn({ results, progress }: CliRun, canary: Canary): void {
  expect(canary.formsIn(results), 'no secret on standard output').toEqual([])
  expect(canary.formsIn(progress), 'no secret on standard error').toEqual([])
  expect(progress, 'no stack, which begins with a message').not.toMatch(/^ {4}at /m)
}

/** @param cost above what an honest server, or none, costs */
export function expectModesty(cost: Vitals): void {
  expect(cost.maxRssKb, 'kilobytes of memory').toBeLessThan(MOST_MEMORY_KB)
  expect(cost.deafMs, 'milliseconds of computing without listening').toBeLessThan(MOST_DEAF_MS)
}

/** Sockets, servers, timers and requests that are there now and were not there before. */
export function leftBehind(before: readonly string[]): readonly string[] {
  const known = [...before]
  return process.getActiveResourcesInfo().filter((name) => {
    const index = known.indexOf(name)
    if (index !== -1) known.splice(index, 1)
    return index === -1
  })
}

// Cases run side by side, so whose socket or timer is still there can only be asked after the last case of a file.
const atFirst = process.getActiveResourcesInfo()
afterAll(async () => {
  await until(() => leftBehind(atFirst).length === 0, ENDING_MS)
  expect(leftBehind(atFirst), 'no handle and no timer is left behind').toEqual([])
})

/** Waits without a handle or a timer of its own at the moment of each look. */
export async function until(isSo: () => boolean, mostMs: number): Promise<void> {
  const end = performance.now() + mostMs
  while (!isSo() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 5))
}
