import { describe, expect, test, vi } from 'vitest'
import { createEventQueue, type EventQueue } from '#shared/contract/event-queue.ts'

async function collect<T>(queue: EventQueue<T>): Promise<readonly T[]> {
  const values: T[] = []
  for await (const value of queue) values.push(value)
  return values
}

describe('what is put in comes out', () => {
  test('in order, when it was there before the reader came', async () => {
    const queue = createEventQueue<number>()
    for (const value of [1, 2, 3]) queue.push(value)
    queue.end()
    expect(await collect(queue)).toEqual([1, 2, 3])
  })

  test('in order, when the reader is waiting for it', async () => {
    const queue = createEventQueue<number>()
    const taken = collect(queue)
    for (const value of [1, 2, 3]) {
      await Promise.resolve()
      queue.push(value)
    }
    queue.end()
    expect(await taken).toEqual([1, 2, 3])
  })

  test('even if it is nothing', async () => {
    const queue = createEventQueue<undefined | null | false>()
    for (const value of [undefined, null, false] as const) queue.push(value)
    queue.end()
    expect(await collect(queue)).toEqual([undefined, null, false])
  })

  test('who waits at an empty queue hears of its end', async () => {
    const queue = createEventQueue<number>()
    const taken = collect(queue)
    queue.end()
    expect(await taken).toEqual([])
  })

  test('nothing is added after the end', async () => {
    const queue = createEventQueue<number>()
    queue.push(1)
    queue.end()
    queue.push(2)
    expect(await collect(queue)).toEqual([1])
  })

  test('the end stays the end', async () => {
    const queue = createEventQueue<number>()
    queue.end()
    const taker = queue[Symbol.asyncIterator]()
    expect(await taker.next()).toEqual({ done: true, value: undefined })
    expect(await taker.next()).toEqual({ done: true, value: undefined })
  })
})

describe('a producer that breaks', () => {
  test('is heard of after what it gave before', async () => {
    const queue = createEventQueue<number>()
    queue.push(1)
    queue.fail(new Error('broken'))
    const taker = queue[Symbol.asyncIterator]()
    expect(await taker.next()).toEqual({ done: false, value: 1 })
    await expect(taker.next()).rejects.toThrow('broken')
  })

  test('is heard of by who waits', async () => {
    const queue = createEventQueue<number>()
    const taken = collect(queue)
    queue.fail(new Error('broken'))
    await expect(taken).rejects.toThrow('broken')
  })

  test('cannot break after its end, nor end after its break', async () => {
    const ended = createEventQueue<number>()
    ended.end()
    ended.fail(new Error('too late'))
    expect(await collect(ended)).toEqual([])
    const broken = createEventQueue<number>()
    broken.fail(new Error('broken'))
    broken.end()
    await expect(collect(broken)).rejects.toThrow('broken')
  })
})

describe('a consumer that leaves', () => {
  test('early is told to the producer once, and nothing is kept for it', async () => {
    const onAbandon = vi.fn<() => void>()
    const queue = createEventQueue<number>(onAbandon)
    for (const value of [1, 2, 3]) queue.push(value)
    for await (const value of queue) if (value === 1) break
    queue.push(4)
    expect(onAbandon).toHaveBeenCalledOnce()
    expect(await collect(queue)).toEqual([])
  })

  test('by an error of its own is told too', async () => {
    const onAbandon = vi.fn<() => void>()
    const queue = createEventQueue<number>(onAbandon)
    queue.push(1)
    const failing = (async () => {
      for await (const value of queue) throw new Error(`cannot use ${value}`)
    })()
    await expect(failing).rejects.toThrow('cannot use 1')
    expect(onAbandon).toHaveBeenCalledOnce()
  })

  test('at the end is not worth telling', async () => {
    const onAbandon = vi.fn<() => void>()
    const queue = createEventQueue<number>(onAbandon)
    queue.push(1)
    queue.end()
    await collect(queue)
    expect(onAbandon).not.toHaveBeenCalled()
  })

  test('after the end was put in, but before it was reached, is not worth telling either', async () => {
    const onAbandon = vi.fn<() => void>()
    const queue = createEventQueue<number>(onAbandon)
    for (const value of [1, 2]) queue.push(value)
    queue.end()
    for await (const value of queue) if (value === 1) break
    expect(onAbandon).not.toHaveBeenCalled()
  })
})
