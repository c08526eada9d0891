import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { interruptAfter, interruptionOf, orInterrupted } from '#engine/interruption.ts'

const timeout = { kind: 'timeout', limitMs: 100 } as const
const never = () => new Promise<never>(() => {})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a deadline', () => {
  test('passes with the fault that says how long it was', () => {
    const { signal } = interruptAfter(100, new AbortController().signal)
    vi.advanceTimersByTime(99)
    expect(signal.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    expect(signal.reason).toEqual(timeout)
  })

  test('is absolute: nothing puts it off', () => {
    const { signal } = interruptAfter(100, new AbortController().signal)
    for (let elapsed = 0; elapsed < 100; elapsed += 10) vi.advanceTimersByTime(10)
    expect(signal.aborted).toBe(true)
  })

  test('ends with its parent', () => {
    const parent = new AbortController()
    const { signal } = interruptAfter(100, parent.signal)
    parent.abort()
    expect(signal.reason).toEqual({ kind: 'cancelled' })
  })

  test('keeps the fault of its parent', () => {
    const outer = interruptAfter(50, new AbortController().signal)
    const inner = interruptAfter(100, outer.signal)
    vi.advanceTimersByTime(50)
    expect(inner.signal.reason).toEqual({ kind: 'timeout', limitMs: 50 })
  })

  test('is over at once below a parent that has ended', () => {
    const { signal } = interruptAfter(100, AbortSignal.abort())
    expect(signal.reason).toEqual({ kind: 'cancelled' })
  })

  test('is over once: the first reason stays', () => {
    const parent = new AbortController()
    const { signal } = interruptAfter(100, parent.signal)
    vi.advanceTimersByTime(100)
    parent.abort()
    expect(signal.reason).toEqual(timeout)
  })

  test('that has been ended leaves no timer and no listener, and never passes', () => {
    const parent = new AbortController()
    const { signal, end } = interruptAfter(100, parent.signal)
    end()
    expect(vi.getTimerCount()).toBe(0)
    expect(getEventListeners(parent.signal, 'abort')).toEqual([])
    parent.abort()
    expect(signal.aborted).toBe(false)
  })
})

describe('why a signal aborted', () => {
  test.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'timeout'],
    ['an error', new Error('timeout')],
    ['another fault', { kind: 'refused' }],
    ['the fault of a cancellation', { kind: 'cancelled' }],
  ])('%s given as the reason means the user', (_, reason) => {
    expect(interruptionOf(AbortSignal.abort(reason))).toEqual({ ok: false, error: { kind: 'cancelled' } })
  })

  test('a timeout given as the reason is the timeout', () => {
    expect(interruptionOf(AbortSignal.abort(timeout))).toEqual({ ok: false, error: timeout })
  })
})

describe('work that can be interrupted', () => {
  test('gives its result and leaves no listener', async () => {
    const { signal } = new AbortController()
    await expect(orInterrupted(signal, () => Promise.resolve('done'))).resolves.toBe('done')
    await Promise.resolve()
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  test('passes on its own bug', async () => {
    await expect(
      orInterrupted(new AbortController().signal, () => Promise.reject(new Error('bug'))),
    ).rejects.toThrow('bug')
  })

  test('ends with the fault as soon as the signal aborts', async () => {
    const controller = new AbortController()
    const result = orInterrupted(controller.signal, never)
    controller.abort(timeout)
    await expect(result).resolves.toEqual({ ok: false, error: timeout })
  })

  test('is not begun when the signal had aborted before', async () => {
    const begin = vi.fn(never)
    await expect(orInterrupted(AbortSignal.abort(), begin)).resolves.toMatchObject({
      error: { kind: 'cancelled' },
    })
    expect(begin).not.toHaveBeenCalled()
  })

  test('may end late without being heard', async () => {
    const controller = new AbortController()
    const late = Promise.withResolvers<string>()
    const result = orInterrupted(controller.signal, () => late.promise)
    controller.abort()
    late.reject(new Error('too late'))
    await expect(result).resolves.toMatchObject({ ok: false })
  })
})
