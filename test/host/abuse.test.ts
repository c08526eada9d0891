import { deflateRawSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startBrowserProgram, type BrowserProgram } from '../support/fuzz/programs.ts'
import { MOST_DEAF_MS, MOST_MEMORY_KB } from '../support/oracle.ts'
import { connectRaw, type RawConnection } from '../support/raw-connection.ts'
import { frame, upgradeRequest } from '../support/web-socket-frames.ts'

/*
 * The shipped browser host with one page in it, and another program of this computer that does its worst. What the page
 * asks meanwhile is answered.
 */

let program: BrowserProgram
let connections: RawConnection[] = []

beforeAll(async () => {
  program = await startBrowserProgram('practice')
  await program.effects()
})
afterEach(() => {
  for (const { socket } of connections) socket.resetAndDestroy()
  connections = []
})
afterAll(() => program.stop())

async function connect(text: string | Uint8Array): Promise<RawConnection> {
  const connection = await connectRaw(program.port, text)
  connections.push(connection)
  return connection
}

/** A WebSocket, as a program makes one that has not been given the key. */
async function connectSocket(more = ''): Promise<RawConnection> {
  const connection = await connect(upgradeRequest(program.port, more))
  await connection.answered
  expect(connection.heard()).toMatch(/^HTTP\/1\.1 101 /)
  return connection
}

let lastId = 0

/** Asks for something that is answered at once, as the page. */
function askAsPage(): Promise<void> {
  const id = ++lastId
  return new Promise((resolve) => {
    program.onReply((reply) => reply.id === id && resolve())
    program.send({ type: 'ask', id, name: 'network.proxy', input: {} })
  })
}

/** Asks all the time until the abuse is over. */
async function keepAsking(abuse: Promise<unknown>): Promise<number> {
  const state = { over: false }
  const done = abuse.finally(() => (state.over = true))
  let answers = 0
  do {
    await askAsPage()
    answers += 1
    await new Promise(setImmediate)
  } while (!state.over)
  await done
  return answers
}

/** As many as the host lets in at once, the page, and some that are on their way out. */
const MOST_CONNECTIONS = 64 + 16
const WAVE = 500

async function waves(count: number, text: string): Promise<void> {
  for (let wave = 0; wave < count; wave += 1) {
    const opened = await Promise.all(Array.from({ length: WAVE }, () => connectRaw(program.port, text)))
    for (const { socket } of opened) socket.resetAndDestroy()
  }
}

/** What is not taken for so long was put aside by the host, which is as good. */
const STUCK_MS = 5_000

/** Writes the same again and again, without ever reading, until the host has had enough or it was sent so often. */
async function flood(connection: RawConnection, data: Buffer, times: number): Promise<void> {
  const { socket, givenUp } = connection
  socket.pause()
  const gone = givenUp.then(() => 'gone' as const)
  for (let time = 0; time < times; time += 1) {
    if (socket.destroyed) return
    const written = new Promise<'written'>((resolve) => socket.write(data, () => resolve('written')))
    const stuck = new Promise<'stuck'>((resolve) => setTimeout(resolve, STUCK_MS, 'stuck').unref())
    if ((await Promise.race([written, gone, stuck])) !== 'written') return
  }
}

const PINGS = Buffer.concat(Array.from({ length: 1_000 }, () => frame('ping', 'x'.repeat(125))))
const ASK_ALL = Buffer.concat(
  Array.from({ length: 10_000 }, (_, index) =>
    frame('text', JSON.stringify({ type: 'ask', id: index + 1, name: 'app.describe', input: {} })),
  ),
)
const UNKNOWN = frame('text', JSON.stringify({ type: 'ask', id: 1, name: 'nothing.there', input: {} }))

const ABUSES: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['five thousand connections that say nothing', () => waves(10, '')],
  ['five thousand more that begin a request', () => waves(10, 'GET / HTTP/1.1\r\nHost: 127')],
  [
    'two hundred that stay',
    async () => {
      await Promise.all(Array.from({ length: 200 }, () => connect('')))
    },
  ],
  [
    'requests without end and without a reader',
    async () =>
      flood(
        await connect(''),
        Buffer.from(`GET /assets/nothing.js HTTP/1.1\r\nHost: 127.0.0.1:${program.port}\r\n\r\n`.repeat(100)),
        1_000,
      ),
  ],
  ['pings without end and without a reader', async () => flood(await connectSocket(), PINGS, 1_000)],
  [
    'ten thousand messages by a socket that has not shown the key',
    async () => flood(await connectSocket(), Buffer.concat(Array.from({ length: 10_000 }, () => UNKNOWN)), 1),
  ],
  [
    'ten thousand messages a second by a page that never reads what it is told',
    async () => {
      const page = await connectSocket()
      page.socket.write(frame('text', JSON.stringify({ hello: program.key })))
      await flood(page, ASK_ALL, 50)
    },
  ],
  [
    'a message in pieces of one letter',
    async () => {
      const pieces = Array.from({ length: 60_000 }, () => frame('more', 'x', { last: false }))
      await flood(await connectSocket(), Buffer.concat([frame('text', '[', { last: false }), ...pieces]), 1)
    },
  ],
  [
    'a message in pieces of nothing, for ever',
    async () => {
      const socket = await connectSocket()
      socket.socket.write(frame('text', '', { last: false }))
      await flood(
        socket,
        Buffer.concat(Array.from({ length: 10_000 }, () => frame('more', '', { last: false }))),
        100,
      )
    },
  ],
]

describe('the page that was there first is answered', () => {
  test.each(ABUSES)(
    'during %s',
    async (_, abuse) => {
      const before = await program.effects()
      expect(await keepAsking(abuse())).toBeGreaterThan(0)
      const after = await program.effects()
      expect(after.deafMs, 'milliseconds of computing without listening').toBeLessThan(MOST_DEAF_MS)
      expect(after.memoryKb - before.memoryKb, 'kilobytes more').toBeLessThan(MOST_MEMORY_KB)
      expect(after.connections).toBeLessThanOrEqual(MOST_CONNECTIONS)
      expect(program.isAlive()).toBe(true)
      expect(program.output()).not.toContain('internal error')
    },
    60_000,
  )
})

const OFFERS_COMPRESSION = 'Sec-WebSocket-Extensions: permessage-deflate\r\n'
/** 64 MB of nothing in 64 kB. */
const BOMB = deflateRawSync(Buffer.alloc(64 * 1_024 * 1_024))

const BROKEN_FRAMES: readonly (readonly [string, number, Buffer])[] = [
  ['a compressed bomb, which was not agreed upon', 1002, frame('text', BOMB, { compressed: true })],
  ['a frame that claims nine quintillion octets', 1009, frame('text', 'x', { claims: 2n ** 63n - 1n })],
  [
    'a frame that claims one octet more than a message may have',
    1009,
    frame('text', 'x', { claims: 65_537n }),
  ],
  ['a frame without a mask', 1002, frame('text', '{}', { masked: false })],
  ['a frame of a kind that does not exist', 1002, frame('reserved', 'x')],
  ['a ping in pieces', 1002, frame('ping', 'x', { last: false })],
  ['a ping that is too long', 1002, frame('ping', 'x'.repeat(126))],
  ['a piece of no message', 1002, frame('more', 'x')],
  [
    'a message within a message',
    1002,
    Buffer.concat([frame('text', '[', { last: false }), frame('text', ']')]),
  ],
  ['a text that is none', 1007, frame('text', Buffer.from([0xff]))],
  ['a close with a reason that does not exist', 1002, frame('close', Buffer.from([0, 1]))],
  ['a key that is none', 4401, frame('text', JSON.stringify({ hello: 'x' }))],
  ['more than one key', 4401, frame('text', JSON.stringify({ hello: ['x', 'x'] }))],
]

describe('a WebSocket is closed by', () => {
  test.each(BROKEN_FRAMES)('%s, and by nothing else (%i)', async (_, code, octets) => {
    const socket = await connectSocket(OFFERS_COMPRESSION)
    expect(socket.heard()).not.toMatch(/Sec-WebSocket-Extensions/i)
    const before = Buffer.from(socket.heard(), 'latin1').length
    socket.socket.write(octets)
    await expect.poll(() => socket.heard().length).toBeGreaterThan(before)
    const [first = 0, length = 0, high = 0, low = 0] = Buffer.from(socket.heard(), 'latin1').subarray(before)
    expect([first, length >= 2, high * 256 + low]).toEqual([0x88, true, code])
    await askAsPage()
  })
})
