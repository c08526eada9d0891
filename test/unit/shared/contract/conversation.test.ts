import * as v from 'valibot'
import { describe, expect, test, vi } from 'vitest'
import { createClient, RefusedError } from '#shared/contract/client.ts'
import { serve } from '#shared/contract/server.ts'
import { answers, call, stream, type CancelSignal, type HandlersOf } from '#shared/contract/spec.ts'
import { COPIES, createCancellation, createCarrier, settle } from './carriers.ts'

const toy = {
  sums: {
    add: call(v.strictObject({ a: v.number(), b: v.number() }), answers<number>()),
    slowly: call(v.strictObject({ n: v.number() }), answers<number>()),
    broken: call(v.strictObject({ how: v.picklist(['throws', 'rejects']) }), answers<null>()),
  },
  ticks: {
    count: stream(v.strictObject({ to: v.number() }), answers<number>()),
    forever: stream(v.strictObject({}), answers<number | 'left'>()),
    broken: stream(v.strictObject({}), answers<number>()),
  },
} as const

/** Tells when its asker has left: by the signal, and by coming to its end. */
interface Watch {
  signal: CancelSignal | null
  ended: boolean
}

function untilAborted(signal: CancelSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', resolve, { once: true })
  })
}

function createHandlers(watch: Watch): HandlersOf<typeof toy> {
  return {
    sums: {
      add: ({ a, b }) => a + b,
      slowly: async ({ n }, signal) => {
        watch.signal = signal
        await new Promise((resolve) => setTimeout(resolve, n))
        watch.ended = true
        return n
      },
      broken: ({ how }) => {
        const error = new Error('cAnary: the inside of the engine')
        if (how === 'throws') throw error
        return Promise.reject(error)
      },
    },
    ticks: {
      async *count({ to }) {
        for (let n = 1; n <= to; n += 1) yield Promise.resolve(n)
      },
      async *forever(_, signal) {
        watch.signal = signal
        yield 1
        await untilAborted(signal)
        watch.ended = true
        yield 'left'
      },
      async *broken() {
        yield Promise.resolve(1)
        throw new Error('cAnary: the inside of the engine')
      },
    },
  }
}

function connect(copy: (message: unknown) => unknown) {
  const carrier = createCarrier(copy)
  const watch: Watch = { signal: null, ended: false }
  const onBug = vi.fn<(error: unknown, name: string) => void>()
  const service = serve(toy, createHandlers(watch), carrier.engine, { createCancellation, onBug })
  return { ...carrier, watch, onBug, service, client: createClient<typeof toy>(toy, carrier.page) }
}

describe.each(COPIES)('calls over %s', (_, copy) => {
  test('a question is answered', async () => {
    await expect(connect(copy).client.sums.add({ a: 1, b: 2 })).resolves.toBe(3)
  })

  test('answers find their askers in whatever order they come', async () => {
    const { client } = connect(copy)
    const order: number[] = []
    const ask = async (n: number) => order.push(await client.sums.slowly({ n }))
    await Promise.all([ask(30), ask(1), ask(15)])
    expect(order).toEqual([1, 15, 30])
  })

  test.each(['throws', 'rejects'] as const)(
    'a handler that %s is a bug, and the page learns no more than that',
    async (how) => {
      const { client, onBug, replies } = connect(copy)
      const refusal = client.sums.broken({ how })
      await expect(refusal).rejects.toThrow(new RefusedError('INTERNAL'))
      expect(onBug.mock.calls).toEqual([[new Error('cAnary: the inside of the engine'), 'sums.broken']])
      expect(JSON.stringify(replies)).not.toContain('cAnary')
    },
  )

  test('a bug in one call leaves the next one alone', async () => {
    const { client } = connect(copy)
    await client.sums.broken({ how: 'throws' }).catch(() => {})
    await expect(client.sums.add({ a: 2, b: 2 })).resolves.toBe(4)
  })
})

describe.each(COPIES)('streams over %s', (_, copy) => {
  test('events come in order, then the end', async () => {
    const seen: number[] = []
    for await (const n of connect(copy).client.ticks.count({ to: 5 })) seen.push(n)
    expect(seen).toEqual([1, 2, 3, 4, 5])
  })

  test('a stream without events ends', async () => {
    const seen: number[] = []
    for await (const n of connect(copy).client.ticks.count({ to: 0 })) seen.push(n)
    expect(seen).toEqual([])
  })

  test('two streams do not mix', async () => {
    const { client } = connect(copy)
    const collect = async (to: number) => {
      const seen: number[] = []
      for await (const n of client.ticks.count({ to })) seen.push(n)
      return seen
    }
    expect(await Promise.all([collect(2), collect(3)])).toEqual([
      [1, 2],
      [1, 2, 3],
    ])
  })

  test('what came before a bug is still told', async () => {
    const { client, onBug, replies } = connect(copy)
    const seen: number[] = []
    const watching = (async () => {
      for await (const n of client.ticks.broken({})) seen.push(n)
    })()
    await expect(watching).rejects.toThrow(new RefusedError('INTERNAL'))
    expect(seen).toEqual([1])
    expect(onBug).toHaveBeenCalledExactlyOnceWith(expect.any(Error), 'ticks.broken')
    expect(JSON.stringify(replies)).not.toContain('cAnary')
  })
})

describe.each(COPIES)('leaving a stream over %s', (_, copy) => {
  test('who leaves the loop early ends the work behind it', async () => {
    const { client, watch } = connect(copy)
    for await (const n of client.ticks.forever({})) if (n === 1) break
    await settle()
    expect(watch).toMatchObject({ ended: true, signal: { aborted: true } })
  })

  test('who cancels still hears how it ended', async () => {
    const { client, watch } = connect(copy)
    const controller = new AbortController()
    const seen: (number | 'left')[] = []
    for await (const n of client.ticks.forever({}, controller.signal)) {
      seen.push(n)
      controller.abort()
    }
    expect(seen).toEqual([1, 'left'])
    expect(watch.ended).toBe(true)
  })

  test('a signal that has been given before the question counts too', async () => {
    const { client } = connect(copy)
    const seen: (number | 'left')[] = []
    for await (const n of client.ticks.forever({}, AbortSignal.abort())) seen.push(n)
    expect(seen).toEqual([1, 'left'])
  })

  test('a signal after the end is no longer passed on', async () => {
    const { client, asked } = connect(copy)
    const controller = new AbortController()
    const ticks = client.ticks.count({ to: 0 }, controller.signal)[Symbol.asyncIterator]()
    expect(await ticks.next()).toEqual({ done: true, value: undefined })
    controller.abort()
    await settle()
    expect(asked).toEqual([{ type: 'ask', id: 1, name: 'ticks.count', input: { to: 0 } }])
  })

  test('when the carrier closes, everything under way is cancelled', async () => {
    const { client, watch, service } = connect(copy)
    const stream = client.ticks.forever({})[Symbol.asyncIterator]()
    await stream.next()
    service.close()
    await settle()
    expect(watch).toMatchObject({ ended: true, signal: { aborted: true } })
  })

  test('a call that is under way hears of the closing too, and is not answered any more', async () => {
    const { client, watch, service, replies } = connect(copy)
    void client.sums.slowly({ n: 5 })
    await settle()
    service.close()
    expect(watch.signal?.aborted).toBe(true)
    await vi.waitFor(() => expect(watch.ended).toBe(true))
    await settle()
    expect(replies).toEqual([])
  })
})
