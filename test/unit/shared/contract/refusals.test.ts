import * as v from 'valibot'
import { describe, expect, test, vi } from 'vitest'
import { createClient } from '#shared/contract/client.ts'
import type { ReplyMessage } from '#shared/contract/messages.ts'
import { serve } from '#shared/contract/server.ts'
import { answers, call, stream } from '#shared/contract/spec.ts'
import { createCancellation, createCarrier, settle } from './carriers.ts'

const toy = {
  setup: {
    test: call(v.strictObject({ name: v.string() }), answers<string>()),
    wait: call(v.strictObject({}), answers<null>()),
    watch: stream(v.strictObject({}), answers<null>()),
  },
} as const

function listen() {
  const carrier = createCarrier((message) => message)
  const reached = vi.fn<(input: unknown) => void>()
  const releases: (() => void)[] = []
  const onBug = vi.fn<(error: unknown, name: string) => void>()
  const handlers = {
    setup: {
      test: (input: { readonly name: string }) => {
        reached(input)
        return input.name
      },
      wait: async () => {
        await new Promise<void>((resolve) => releases.push(resolve))
        return null
      },
      async *watch() {
        yield Promise.resolve(null)
      },
    },
  }
  serve(toy, handlers, carrier.engine, { createCancellation, onBug })
  const ask = async (message: unknown): Promise<readonly ReplyMessage[]> => {
    const before = carrier.replies.length
    carrier.say(message)
    await settle()
    return carrier.replies.slice(before)
  }
  return { ...carrier, ask, reached, releases, onBug }
}

const parsed = (text: string): unknown => JSON.parse(text)
const good = { type: 'ask', id: 7, name: 'setup.test', input: { name: 'x' } } as const

test('a good question reaches its handler', async () => {
  const { ask, reached } = listen()
  expect(await ask(good)).toEqual([{ type: 'end', id: 7, value: 'x' }])
  expect(reached).toHaveBeenCalledExactlyOnceWith({ name: 'x' })
})

describe('a message that is no question is refused', () => {
  test.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ask'],
    ['a number', 7],
    ['a list', [good]],
    ['an empty object', {}],
    ['an unknown type', { ...good, type: 'tell' }],
    ['a type that is none', { ...good, type: ['ask'] }],
    ['no number', { type: 'ask', name: 'setup.test', input: {} }],
    ['a number in words', { ...good, id: '7' }],
    ['the number 0', { ...good, id: 0 }],
    ['a negative number', { ...good, id: -1 }],
    ['half a number', { ...good, id: 1.5 }],
    ['a number that is none', { ...good, id: Number.NaN }],
    ['a number without end', { ...good, id: Number.POSITIVE_INFINITY }],
    ['a number too big to count with', { ...good, id: 2 ** 53 }],
    ['no name', { type: 'ask', id: 7, input: {} }],
    ['a name that is none', { ...good, name: { toString: () => 'setup.test' } }],
    ['a name of 65 letters', { ...good, name: 'a'.repeat(65) }],
    ['an extra key', { ...good, extra: 1 }],
    [
      'an own __proto__',
      parsed('{"type":"ask","id":7,"name":"setup.test","input":{"name":"x"},"__proto__":{}}'),
    ],
    ['a cancellation without a number', { type: 'cancel' }],
    ['a cancellation with an extra key', { type: 'cancel', id: 7, name: 'setup.test' }],
  ])('%s', async (_, message) => {
    const { ask, reached, onBug } = listen()
    expect(await ask(message)).toEqual([{ type: 'refused', id: 0, code: 'IPC_BAD' }])
    expect(reached).not.toHaveBeenCalled()
    expect(onBug).not.toHaveBeenCalled()
  })
})

describe('a name that is not in the table is refused', () => {
  test.each([
    '',
    '.',
    '..',
    'setup',
    'setup.',
    '.test',
    'setup..test',
    'setup.test.',
    'setup.test.x',
    'setup.nothing',
    'nothing.test',
    'Setup.Test',
    'setup test',
    'constructor',
    'constructor.constructor',
    '__proto__',
    '__proto__.toString',
    'setup.constructor',
    'setup.toString',
    'setup.__proto__',
    'setup.hasOwnProperty',
    'toString.call',
  ])('%j', async (name) => {
    const { ask, reached } = listen()
    expect(await ask({ ...good, name })).toEqual([{ type: 'refused', id: 7, code: 'IPC_BAD' }])
    expect(reached).not.toHaveBeenCalled()
  })
})

describe('an input that does not fit is refused', () => {
  test.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a key too few', {}],
    ['a key too many', { name: 'x', extra: 1 }],
    ['the wrong type', { name: 1 }],
    ['an object instead of a text', { name: { length: 1 } }],
    ['an own __proto__', parsed('{"name":"x","__proto__":{"polluted":true}}')],
    ['an own constructor', parsed('{"name":"x","constructor":{"prototype":{"polluted":true}}}')],
    ['an own toString', { name: 'x', toString: null }],
  ])('%s', async (_, input) => {
    const { ask, reached } = listen()
    expect(await ask({ ...good, input })).toEqual([{ type: 'refused', id: 7, code: 'IPC_BAD' }])
    expect(reached).not.toHaveBeenCalled()
    expect({}).not.toHaveProperty('polluted')
  })

  test('without the key for it at all', async () => {
    expect(await listen().ask({ type: 'ask', id: 7, name: 'setup.test' })).toMatchObject([
      { code: 'IPC_BAD' },
    ])
  })
})

describe('no page may ask for everything at once', () => {
  const wait = (id: number) => ({ type: 'ask', id, name: 'setup.wait', input: {} }) as const

  test('the 33rd open question is refused, and there is room again when one ends', async () => {
    const { ask, releases } = listen()
    for (let id = 1; id <= 32; id += 1) expect(await ask(wait(id))).toEqual([])
    expect(await ask(wait(33))).toEqual([{ type: 'refused', id: 33, code: 'IPC_BAD' }])
    releases[0]?.()
    await settle()
    expect(await ask(wait(34))).toEqual([])
    expect(releases.length).toBe(33)
  })

  test('a number that is in use is refused, and the first question goes on', async () => {
    const { ask, releases, replies } = listen()
    await ask(wait(5))
    expect(await ask(wait(5))).toEqual([{ type: 'refused', id: 5, code: 'IPC_BAD' }])
    releases[0]?.()
    await settle()
    expect(replies.at(-1)).toEqual({ type: 'end', id: 5, value: null })
  })

  test('a number may be used again after its end', async () => {
    const { ask } = listen()
    await ask(good)
    expect(await ask(good)).toEqual([{ type: 'end', id: 7, value: 'x' }])
  })

  test('a refused question takes no room', async () => {
    const { ask } = listen()
    for (let id = 1; id <= 50; id += 1) await ask({ ...good, id, input: null })
    expect(await ask(good)).toEqual([{ type: 'end', id: 7, value: 'x' }])
  })

  test('cancelling what does not exist does nothing', async () => {
    expect(await listen().ask({ type: 'cancel', id: 99 })).toEqual([])
  })
})

describe('the page takes what the engine sends with care', () => {
  test('a reply to a question that the page did not ask is ignored', async () => {
    const { page, engine } = listen()
    const client = createClient<typeof toy>(toy, page)
    const answer = client.setup.test({ name: 'x' })
    engine.send({ type: 'end', id: 999, value: 'wrong' })
    await expect(answer).resolves.toBe('x')
  })

  test('what comes after the end is ignored', async () => {
    const { page, engine } = listen()
    const client = createClient<typeof toy>(toy, page)
    await expect(client.setup.test({ name: 'x' })).resolves.toBe('x')
    engine.send({ type: 'refused', id: 1, code: 'INTERNAL' })
    await settle()
    await expect(client.setup.test({ name: 'y' })).resolves.toBe('y')
  })

  test('a client has the members of the contract and no others', () => {
    const client = createClient<typeof toy>(toy, listen().page)
    expect(Object.keys(client)).toEqual(['setup'])
    expect(Object.keys(client.setup)).toEqual(['test', 'wait', 'watch'])
  })
})
