import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Fault } from '#shared/domain/fault.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { imapReply } from '#shared/domain/server-reply.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import { LoginGate } from '#engine/check/login-gate.ts'
import { confirmService, type ConfirmedService } from '#engine/confirmed-service.ts'

const PATIENCE_MS = 4_000
const COURTESY_MS = 100
const { signal } = new AbortController()

function service(protocol: Protocol, host: string, userName = 'anna'): ConfirmedService {
  const confirmed = confirmService({ protocol, host, port: 1, security: 'tls' }, userName)
  if (!confirmed.ok) throw new Error(confirmed.error)
  return confirmed.value
}

const imap = service('imap', 'imap.example.org')
const smtp = service('smtp', 'smtp.example.org')
const pop3 = service('pop3', 'pop.example.org')

const times = { startedMs: 0, endedMs: 1, facts: {} }
const accepted: StageRecord = { stage: 'login', status: 'ok', ...times }
const failedWith = (fault: Fault): StageRecord => ({ stage: 'login', status: 'failed', ...times, fault })
const refusedWith = (responseCode: string | null, text = '') =>
  failedWith({ kind: 'rejected', reply: imapReply('NO', responseCode, text) })
const wrongPassword = refusedWith('AUTHENTICATIONFAILED')

/** What has come of a promise by now. */
async function stateOf<T>(promise: Promise<T>): Promise<T | 'waiting'> {
  let state: T | 'waiting' = 'waiting'
  void promise.then((value) => {
    state = value
  })
  await vi.advanceTimersByTimeAsync(0)
  return state
}

let gate = new LoginGate(PATIENCE_MS)
beforeEach(() => {
  vi.useFakeTimers()
  gate = new LoginGate(PATIENCE_MS)
})
afterEach(() => void vi.useRealTimers())

describe('the first service with a password goes ahead', () => {
  test('at once', async () => {
    expect(await stateOf(gate.enter(imap, signal))).toBeNull()
  })

  test('and the next one waits for the verdict', async () => {
    await gate.enter(imap, signal)
    expect(await stateOf(gate.enter(smtp, signal))).toBe('waiting')
  })

  test('but not one that signs in with another name', async () => {
    await gate.enter(imap, signal)
    expect(
      await stateOf(gate.enter(service('smtp', 'smtp.example.org', 'anna@example.org'), signal)),
    ).toBeNull()
  })
})

describe('the verdict of the first is heard by the others', () => {
  test('an accepted password may be used', async () => {
    await gate.enter(imap, signal)
    const second = gate.enter(smtp, signal)
    gate.settle(imap, accepted)
    expect(await stateOf(second)).toBeNull()
  })

  test('a refused password is not tried again, and where it was refused is known', async () => {
    await gate.enter(imap, signal)
    const others = [gate.enter(smtp, signal), gate.enter(pop3, signal)]
    gate.settle(imap, wrongPassword)
    const fault = { kind: 'refused-elsewhere', host: 'imap.example.org' }
    expect(await Promise.all(others)).toEqual([fault, fault])
  })

  test('by who comes late too', async () => {
    await gate.enter(imap, signal)
    gate.settle(imap, wrongPassword)
    gate.leave(imap)
    expect(await gate.enter(smtp, signal)).toMatchObject({ kind: 'refused-elsewhere' })
  })

  test.each<readonly [string, StageRecord]>([
    ['the server was busy', refusedWith('UNAVAILABLE')],
    ['the server required an app password', refusedWith(null, 'Application-specific password required')],
    ['the connection broke', failedWith({ kind: 'disconnected', how: 'reset' })],
    ['no answer came', failedWith({ kind: 'timeout', limitMs: 1 })],
    ['no way to sign in was offered', failedWith({ kind: 'no-usable-mechanism', offered: [] })],
  ])('%s, which says nothing about the password', async (_, record) => {
    await gate.enter(imap, signal)
    const second = gate.enter(smtp, signal)
    gate.settle(imap, record)
    expect(await stateOf(second)).toBeNull()
  })
})

describe('IMAP, which has the longest way left, is let through', () => {
  test('when it is one answer away from the gate', async () => {
    gate.approach(imap)
    const second = gate.enter(pop3, signal)
    expect(await stateOf(second)).toBe('waiting')
    expect(await stateOf(gate.enter(imap, signal))).toBeNull()
    gate.settle(imap, wrongPassword)
    expect(await stateOf(second)).toMatchObject({ kind: 'refused-elsewhere', host: 'imap.example.org' })
  })

  test('for a moment only', async () => {
    gate.approach(imap)
    const first = gate.enter(pop3, signal)
    await vi.advanceTimersByTimeAsync(COURTESY_MS - 1)
    expect(await stateOf(first)).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1)
    expect(await stateOf(first)).toBeNull()
    expect(await stateOf(gate.enter(imap, signal))).toBe('waiting')
  })

  test('by one of the others: two at a time never sign in', async () => {
    gate.approach(imap)
    const others = [gate.enter(smtp, signal), gate.enter(pop3, signal)]
    await vi.advanceTimersByTimeAsync(COURTESY_MS)
    expect(await Promise.all(others.map(stateOf))).toEqual([null, 'waiting'])
  })

  test('not when it breaks off on its last steps', async () => {
    gate.approach(imap)
    const first = gate.enter(pop3, signal)
    gate.leave(imap)
    expect(await stateOf(first)).toBeNull()
  })

  test('not when the user has stopped the test', async () => {
    const controller = new AbortController()
    gate.approach(imap)
    const first = gate.enter(pop3, controller.signal)
    controller.abort()
    expect(await stateOf(first)).toBeNull()
  })

  test.each([
    ['IMAP is far away', () => {}],
    ['IMAP signs in with another name', () => gate.approach(service('imap', 'imap.example.org', 'bert'))],
    ['it is SMTP that is near', () => gate.approach(smtp)],
  ])('and no service waits when %s', async (_, happens) => {
    happens()
    expect(await stateOf(gate.enter(pop3, signal))).toBeNull()
  })

  test('and no timer is left behind', async () => {
    gate.approach(imap)
    const first = gate.enter(pop3, signal)
    gate.leave(imap)
    await first
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('no service waits for ever', () => {
  test('for a server that is slow to answer', async () => {
    await gate.enter(imap, signal)
    const second = gate.enter(smtp, signal)
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1)
    expect(await stateOf(second)).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1)
    expect(await stateOf(second)).toBeNull()
  })

  test('for a service that broke off', async () => {
    await gate.enter(imap, signal)
    const second = gate.enter(smtp, signal)
    gate.leave(imap)
    expect(await stateOf(second)).toBeNull()
  })

  test('after the user has stopped the test', async () => {
    const controller = new AbortController()
    await gate.enter(imap, signal)
    const second = gate.enter(smtp, controller.signal)
    controller.abort()
    expect(await stateOf(second)).toBeNull()
  })

  test('and no timer is left behind', async () => {
    await gate.enter(imap, signal)
    const second = gate.enter(smtp, signal)
    gate.settle(imap, accepted)
    await second
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('only the first gives the verdict', () => {
  test('not one that waits', async () => {
    await gate.enter(imap, signal)
    const second = gate.enter(smtp, signal)
    gate.settle(smtp, wrongPassword)
    gate.leave(smtp)
    expect(await stateOf(second)).toBe('waiting')
  })

  test('not one that never came to the gate', async () => {
    gate.settle(pop3, wrongPassword)
    expect(await stateOf(gate.enter(imap, signal))).toBeNull()
  })

  test('and only once', async () => {
    await gate.enter(imap, signal)
    const second = gate.enter(smtp, signal)
    gate.settle(imap, accepted)
    gate.settle(imap, wrongPassword)
    expect(await stateOf(second)).toBeNull()
  })
})
