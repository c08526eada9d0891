import { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ConnectAttempt, IpAddress } from '#shared/domain/stage.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { interleave, raceAddresses } from '#engine/net/race.ts'
import type { Dialer, DialFault } from '#engine/environment.ts'

const v6 = (last: number): IpAddress => ({ address: `2001:db8::${last}`, family: 6 })
const v4 = (last: number): IpAddress => ({ address: `192.0.2.${last}`, family: 4 })
const refused: DialFault = { kind: 'refused' }
const unreachable: DialFault = { kind: 'unreachable' }

/** What a host does to one attempt: an answer after so many milliseconds, or none at all. */
type Behaviour = { readonly afterMs: number; readonly fault?: DialFault } | 'silent'

interface Dial {
  readonly address: string
  readonly atMs: number
  readonly signal: AbortSignal
  readonly socket: Socket
}

/** Opens no socket: every address behaves as it is told. `stubborn` ones ignore that their signal aborts. */
function createDialer(hosts: Readonly<Record<string, Behaviour>>, stubborn: readonly string[] = []) {
  const dials: Dial[] = []
  const dialer: Dialer = {
    connect: ({ address }, signal) => {
      const socket = new Socket()
      dials.push({ address, atMs: performance.now(), signal, socket })
      return new Promise<Outcome<Socket, DialFault>>((resolve) => {
        const behaviour = hosts[address] ?? 'silent'
        if (!stubborn.includes(address))
          signal.addEventListener('abort', () => resolve(fail({ kind: 'cancelled' })), { once: true })
        if (behaviour === 'silent') return
        const { afterMs, fault } = behaviour
        setTimeout(() => resolve(fault === undefined ? ok(socket) : fail(fault)), afterMs)
      })
    },
  }
  return { dials, dialer }
}

function race(
  addresses: readonly IpAddress[],
  hosts: Readonly<Record<string, Behaviour>>,
  stubborn: readonly string[] = [],
) {
  const { dials, dialer } = createDialer(hosts, stubborn)
  const controller = new AbortController()
  const reports: (readonly ConnectAttempt[])[] = []
  const startedMs = performance.now()
  const result = raceAddresses({
    dialer,
    host: 'mail.example.org',
    port: 993,
    addresses,
    signal: controller.signal,
    now: () => performance.now() - startedMs,
    onAttempt: (attempts) => reports.push(attempts),
  })
  const dialled = () => dials.map(({ address, atMs }) => `${address} at ${atMs - startedMs}`)
  const tookMs = result.then(() => performance.now() - startedMs)
  return { dials, dialled, controller, reports, result, tookMs }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the order of addresses', () => {
  test.each<readonly [string, readonly IpAddress[], readonly IpAddress[]]>([
    ['none', [], []],
    ['one', [v4(1)], [v4(1)]],
    ['one family stays as it is', [v6(2), v6(1)], [v6(2), v6(1)]],
    ['families take turns', [v6(1), v6(2), v4(1), v4(2)], [v6(1), v4(1), v6(2), v4(2)]],
    ['the first family begins', [v4(1), v6(1), v4(2)], [v4(1), v6(1), v4(2)]],
    ['more of the first', [v6(1), v6(2), v6(3), v4(1)], [v6(1), v4(1), v6(2), v6(3)]],
    ['more of the second', [v6(1), v4(1), v4(2), v4(3)], [v6(1), v4(1), v4(2), v4(3)]],
  ])('%s', (_, addresses, expected) => {
    expect(interleave(addresses)).toEqual(expected)
  })
})

describe('when an address joins in', () => {
  test('the first that connects is the only one that is dialled', async () => {
    const { result, dialled, dials } = race([v6(1), v4(1)], { '2001:db8::1': { afterMs: 20 } })
    await vi.runAllTimersAsync()
    expect(await result).toEqual(ok({ socket: dials[0]?.socket, address: v6(1) }))
    expect(dialled()).toEqual(['2001:db8::1 at 0'])
  })

  test('44: a dead family costs a quarter of a second', async () => {
    const { result, dialled, tookMs } = race([v6(1), v4(1)], { '192.0.2.1': { afterMs: 20 } })
    await vi.runAllTimersAsync()
    expect(await result).toMatchObject({ ok: true, value: { address: v4(1) } })
    expect(dialled()).toEqual(['2001:db8::1 at 0', '192.0.2.1 at 250'])
    expect(await tookMs).toBe(270)
  })

  test('silent ones follow each other 250 ms apart', async () => {
    const { controller, dialled, result } = race([v6(1), v6(2), v4(1), v4(2)], {})
    await vi.advanceTimersByTimeAsync(5_000)
    expect(dialled()).toEqual([
      '2001:db8::1 at 0',
      '192.0.2.1 at 250',
      '2001:db8::2 at 500',
      '192.0.2.2 at 750',
    ])
    controller.abort()
    await result
  })

  test('one that fails makes room for the next at once', async () => {
    const { result, dialled } = race([v6(1), v4(1)], {
      '2001:db8::1': { afterMs: 10, fault: unreachable },
      '192.0.2.1': { afterMs: 20 },
    })
    await vi.runAllTimersAsync()
    expect(await result).toMatchObject({ ok: true, value: { address: v4(1) } })
    expect(dialled()).toEqual(['2001:db8::1 at 0', '192.0.2.1 at 10'])
  })

  test('a slow one is not given up and may still win', async () => {
    const { result, tookMs } = race([v6(1), v4(1)], {
      '2001:db8::1': { afterMs: 3_000 },
      '192.0.2.1': { afterMs: 10, fault: refused },
    })
    await vi.runAllTimersAsync()
    expect(await result).toMatchObject({ ok: true, value: { address: v6(1) } })
    expect(await tookMs).toBe(3_000)
  })
})

describe('who loses is closed', () => {
  test('while it is still on its way', async () => {
    const { result, dials } = race([v6(1), v4(1)], { '192.0.2.1': { afterMs: 20 } })
    await vi.runAllTimersAsync()
    await result
    expect(dials.map(({ signal }) => signal.aborted)).toEqual([true, true])
    expect(dials[1]?.socket.destroyed).toBe(false)
  })

  test('even if it connects after the race', async () => {
    const hosts = { '2001:db8::1': { afterMs: 900 }, '192.0.2.1': { afterMs: 20 } }
    const { result, dials } = race([v6(1), v4(1)], hosts, ['2001:db8::1'])
    await vi.advanceTimersByTimeAsync(300)
    expect(await result).toMatchObject({ ok: true, value: { address: v4(1) } })
    expect(dials[0]?.socket.destroyed).toBe(false)
    await vi.runAllTimersAsync()
    expect(dials.map(({ socket }) => socket.destroyed)).toEqual([true, false])
  })

  test('even if both connect at the same moment', async () => {
    const hosts = { '2001:db8::1': { afterMs: 300 }, '192.0.2.1': { afterMs: 50 } }
    const { result, dials } = race([v6(1), v4(1)], hosts, ['2001:db8::1', '192.0.2.1'])
    await vi.runAllTimersAsync()
    const winner = await result
    const open = dials.filter(({ socket }) => !socket.destroyed)
    expect(open.map(({ socket }) => socket)).toEqual(winner.ok ? [winner.value.socket] : [])
  })
})

describe('when none connects', () => {
  test.each<readonly [string, Readonly<Record<string, Behaviour>>, DialFault]>([
    [
      'all refuse',
      { '2001:db8::1': { afterMs: 5, fault: refused }, '192.0.2.1': { afterMs: 5, fault: refused } },
      refused,
    ],
    [
      'the last refuses',
      { '2001:db8::1': { afterMs: 5, fault: unreachable }, '192.0.2.1': { afterMs: 5, fault: refused } },
      refused,
    ],
    [
      'the first refuses',
      { '2001:db8::1': { afterMs: 5, fault: refused }, '192.0.2.1': { afterMs: 5, fault: unreachable } },
      refused,
    ],
    [
      'none can be reached',
      { '2001:db8::1': { afterMs: 5, fault: unreachable }, '192.0.2.1': { afterMs: 5, fault: unreachable } },
      unreachable,
    ],
  ])('%s', async (_, hosts, fault) => {
    const { result } = race([v6(1), v4(1)], hosts)
    await vi.runAllTimersAsync()
    expect(await result).toEqual(fail(fault))
  })

  test('and there was no address to begin with', async () => {
    const { result, dials } = race([], {})
    expect(await result).toEqual(fail(unreachable))
    expect(dials).toEqual([])
  })

  test('no timer is left', async () => {
    const { result } = race([v6(1)], { '2001:db8::1': { afterMs: 5, fault: refused } })
    await vi.advanceTimersByTimeAsync(5)
    await result
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('stopping', () => {
  test('ends every attempt and begins no other', async () => {
    const { result, dials, controller } = race([v6(1), v4(1), v6(2)], {})
    await vi.advanceTimersByTimeAsync(300)
    controller.abort()
    expect(await result).toEqual(fail({ kind: 'cancelled' }))
    await vi.runAllTimersAsync()
    expect(dials.map(({ signal }) => signal.aborted)).toEqual([true, true])
  })

  test('closes what connects in spite of it', async () => {
    const { result, dials, controller } = race([v6(1)], { '2001:db8::1': { afterMs: 100 } }, ['2001:db8::1'])
    await vi.advanceTimersByTimeAsync(50)
    controller.abort()
    await vi.runAllTimersAsync()
    expect(await result).toEqual(fail({ kind: 'cancelled' }))
    expect(dials[0]?.socket.destroyed).toBe(true)
  })
})

describe('every attempt is reported', () => {
  test('from its start to its end, with its time', async () => {
    const { result, reports } = race([v6(1), v4(1)], {
      '2001:db8::1': { afterMs: 30, fault: refused },
      '192.0.2.1': { afterMs: 70 },
    })
    await vi.runAllTimersAsync()
    await result
    const first = { ...v6(1), outcome: 'refused', tookMs: 30 }
    expect(reports).toEqual([
      [{ ...v6(1), outcome: 'no-answer' }],
      [first],
      [first, { ...v4(1), outcome: 'no-answer' }],
      [first, { ...v4(1), outcome: 'connected', tookMs: 70 }],
    ])
  })

  test.each<readonly [DialFault, ConnectAttempt['outcome']]>([
    [refused, 'refused'],
    [unreachable, 'unreachable'],
    [{ kind: 'disconnected', how: 'reset' }, 'reset'],
    [{ kind: 'offline' }, 'unreachable'],
  ])('%o as "%s"', async (fault, outcome) => {
    const { result, reports } = race([v4(1)], { '192.0.2.1': { afterMs: 1, fault } })
    await vi.runAllTimersAsync()
    await result
    expect(reports.at(-1)?.map((attempt) => attempt.outcome)).toEqual([outcome])
  })
})
