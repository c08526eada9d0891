import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReplyMessage } from '#shared/contract/messages.ts'
import { createCanary } from '../support/canary.ts'
import { asker, giveSecret } from '../support/fuzz/ask.ts'
import type { Effects } from '../support/fuzz/effects.ts'
import { mutatedTexts } from '../support/fuzz/mutated-texts.ts'
import {
  CALLS,
  fitsContract,
  hugeCalls,
  mutatedCalls,
  TEN_MILLION,
  type CarrierKind,
  type MutatedCalls,
  type MutatedMessage,
} from '../support/fuzz/mutated-calls.ts'
import {
  startBrowserProgram,
  startDesktop,
  type FuzzedProgram,
  type World,
} from '../support/fuzz/programs.ts'
import { MOST_DEAF_MS, MOST_MEMORY_KB } from '../support/oracle.ts'

/** For each call and carrier; `MAILWRIGHT_MUTATIONS=50000` for a night, `MAILWRIGHT_FUZZ_SEED` repeats a run. */
const RUNS = Number(process.env['MAILWRIGHT_MUTATIONS'] ?? 500)
const SEED = Number(process.env['MAILWRIGHT_FUZZ_SEED'] ?? 20_261_127)
const A_WHILE_MS = 60_000 + RUNS * 200

const CARRIERS: readonly (readonly [string, CarrierKind, (world: World) => Promise<FuzzedProgram>])[] = [
  ['over IPC, to the main process of the window', 'ipc', startDesktop],
  ['over a WebSocket, to the browser host', 'web-socket', startBrowserProgram],
]

/** A call that asks for nothing and does nothing: its answer says that everything before it has been read. */
const MARK = { type: 'ask', id: 9_000_000, name: 'network.proxy', input: {} } as const
const AT_A_TIME = 200

/** Everything that was answered until all of these had been read. */
async function exchange(
  program: FuzzedProgram,
  messages: readonly unknown[],
): Promise<readonly ReplyMessage[]> {
  const replies: ReplyMessage[] = []
  for (let at = 0; at === 0 || at < messages.length; at += AT_A_TIME) {
    await new Promise<void>((resolve) => {
      program.onReply((reply) => (reply.id === MARK.id ? resolve() : replies.push(reply)))
      for (const message of messages.slice(at, at + AT_A_TIME)) program.send(message)
      program.send(MARK)
    })
  }
  return replies
}

function expectUnharmed(program: FuzzedProgram, before: Effects, after: Effects): void {
  const seed = `seed ${SEED}`
  expect(program.isAlive(), seed).toBe(true)
  expect(program.output(), seed).not.toContain('internal error')
  expect(after.isPolluted, seed).toBe(false)
  expect(after.deafMs, seed).toBeLessThan(MOST_DEAF_MS)
  expect(after.memoryKb - before.memoryKb, seed).toBeLessThan(MOST_MEMORY_KB)
}

const refusalsOf = (replies: readonly ReplyMessage[]) =>
  replies.map((reply) => (reply.type === 'refused' ? reply.code : reply.type))

/** Sends what does not fit, call by call. */
async function expectRefused(program: FuzzedProgram, calls: Iterable<MutatedCalls>): Promise<number> {
  const before = await program.effects()
  let count = 0
  for (const { name, messages } of calls) {
    const bad = messages.filter(({ fits }) => !fits).map(({ message }) => message)
    const replies = await exchange(program, bad)
    expect(refusalsOf(replies), `${name}, seed ${SEED}`).toEqual(bad.map(() => 'IPC_BAD'))
    count += bad.length
  }
  const after = await program.effects()
  expect(after.done, `seed ${SEED}`).toEqual([])
  expectUnharmed(program, before, after)
  return count
}

describe.each(CARRIERS)('%s, in the world as it is', (_, kind, start) => {
  let program: FuzzedProgram
  beforeAll(async () => {
    program = await start('real')
    await program.effects()
  })
  afterAll(() => program.stop())

  test(
    `of ${RUNS} damaged messages for each call those that do not fit are refused, and do nothing at all`,
    async () => {
      const refused = await expectRefused(program, mutatedCalls(kind, RUNS, SEED))
      expect(refused).toBeGreaterThan(CALLS.size * RUNS * 0.5)
    },
    A_WHILE_MS,
  )

  test('a part that is as long as a message may be, or says that it is longer, is refused', async () => {
    expect(await expectRefused(program, hugeCalls(kind, SEED))).toBeGreaterThan(CALLS.size / 2)
  })

  test('ten thousand messages at once are all refused (90)', async () => {
    const before = await program.effects()
    const messages = Array.from({ length: 10_000 }, (__, index) => ({ ...MARK, id: index + 1, input: null }))
    const replies: ReplyMessage[] = []
    await new Promise<void>((resolve) => {
      program.onReply((reply) => (reply.id === MARK.id ? resolve() : replies.push(reply)))
      for (const message of messages) program.send(message)
      program.send(MARK)
    })
    expect(replies).toEqual(messages.map(({ id }) => ({ type: 'refused', id, code: 'IPC_BAD' })))
    expectUnharmed(program, before, await program.effects())
  })

  test('what a program does is seen: a question to the keychain, a file that is written', async () => {
    const ask = asker(program, [])
    await ask('app.describe', {})
    expect((await program.effects()).done).toContain('keychain open')
    await ask('app.chooseView', { view: 'technician' })
    expect((await program.effects()).done).toContainEqual(
      expect.stringMatching(/^write .*mailwright-fuzzed-/),
    )
  })
})

describe('octets instead of messages, over a WebSocket', () => {
  let program: FuzzedProgram
  beforeAll(async () => {
    program = await startBrowserProgram('real')
    await program.effects()
  })
  afterAll(() => program.stop())

  test('too many of them end the connection', async () => {
    const before = await program.effects()
    for (const [name] of [...CALLS].slice(0, 5)) {
      const closed = program.closed()
      program.send({ type: 'ask', id: 1, name, input: TEN_MILLION })
      // The second where the rest of the message was still on its way.
      expect([1009, 1006]).toContain(await closed)
      await program.reconnect()
    }
    const after = await program.effects()
    expect(after.done).toEqual([])
    expectUnharmed(program, before, after)
  })

  test(
    'are refused, or end the connection where they are no UTF-8, and do nothing at all',
    async () => {
      const before = await program.effects()
      for (const { data, kind, ending } of mutatedTexts(RUNS, SEED)) {
        const closed = ending === 'closed' ? program.closed() : null
        program.sendRaw(data, kind)
        if (closed !== null) {
          expect(await closed).toBe(1007)
          await program.reconnect()
        } else expect(refusalsOf(await exchange(program, [])), data.toString()).toEqual(['IPC_BAD'])
      }
      const after = await program.effects()
      expect(after.done, `seed ${SEED}`).toEqual([])
      expectUnharmed(program, before, after)
    },
    A_WHILE_MS,
  )
})

/** Of each call; every one of them is carried out. */
const MOST_FITTING = 12

/** The inputs of these messages that differ, for the setup that there is. */
function inputsFor(name: string, setupId: string, messages: readonly MutatedMessage[]): readonly unknown[] {
  const texts = messages.flatMap(({ message, fits }) =>
    fits ? [JSON.stringify(Object(message).input ?? null)] : [],
  )
  return [...new Set(texts)]
    .map((text) => JSON.parse(text.replace(/(?<="(?:setupId|previous)":)"a1b2"/g, `"${setupId}"`)) as unknown)
    .filter((input) => fitsContract({ type: 'ask', id: 1, name, input }))
    .slice(0, MOST_FITTING)
}

/** What was done beyond this computer, or beyond the folders of this run. */
function foreign({ done }: Effects): readonly string[] {
  return done.filter(
    (what) =>
      !/^(?:listen|(?:connect|look-up) (?:127\.0\.0\.1|localhost|::1)?(?::\d+)?)$|mailwright-fuzzed-/.test(
        what,
      ),
  )
}

describe.each(CARRIERS)('%s, in the practice world with a password in the engine', (_, kind, start) => {
  const canary = createCanary()
  let program: FuzzedProgram
  beforeAll(async () => {
    program = await start('practice')
    await program.effects()
  })
  afterAll(() => program.stop())

  test(
    'what fits is answered as the contract says, and no answer has the password in it',
    async () => {
      const before = await program.effects()
      const replies: ReplyMessage[] = []
      const ask = asker(program, replies)
      const setupId = await giveSecret(ask, canary.secret)
      for (const { name, messages } of mutatedCalls(kind, RUNS, SEED)) {
        const inputs = inputsFor(name, setupId, messages)
        for (const input of inputs) await ask(name, input, name === 'app.opened' ? 'asked' : 'first')
      }
      const after = await program.effects()
      expect(
        replies.filter(({ type }) => type === 'refused'),
        `seed ${SEED}`,
      ).toEqual([])
      expect(canary.formsIn(JSON.stringify(replies)), `seed ${SEED}`).toEqual([])
      expect(canary.formsIn(program.output())).toEqual([])
      expect(foreign(after)).toEqual([])
      expectUnharmed(program, before, after)
    },
    A_WHILE_MS,
  )
})
