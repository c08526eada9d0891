import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openListener, type LoopbackListener } from '#engine/oauth/loopback-listener.ts'
import {
  startPracticeEngine,
  startTestHost,
  type PracticeEngine,
  type TestHost,
} from '../support/in-process-host.ts'
import { connectRaw, type RawConnection } from '../support/raw-connection.ts'

/** More than either server has room for. */
const CROWD = 100
/** How long a connection may go on without belonging here; the product allows more. */
const PATIENCE_MS = 1_000
const STATE = 'the-state'

let engine: PracticeEngine
let web: TestHost
let listener: LoopbackListener
let connections: RawConnection[] = []
const crashes: unknown[] = []
const noteCrash = (error: unknown) => crashes.push(error)

beforeAll(async () => {
  process.on('uncaughtException', noteCrash)
  engine = await startPracticeEngine()
  web = await startTestHost(engine.handlers, { patienceMs: PATIENCE_MS })
  const opened = await openListener({
    path: 'fixed',
    name: '127.0.0.1',
    state: STATE,
    page: (kind) => ({ title: kind, text: kind }),
    language: 'en',
    patienceMs: PATIENCE_MS,
  })
  if (!opened.ok) throw new Error(opened.error)
  listener = opened.value
})
afterEach(() => {
  for (const { socket } of connections) socket.destroy()
  connections = []
})
afterAll(async () => {
  process.off('uncaughtException', noteCrash)
  listener.close()
  await web.host.stop()
  await engine.stop()
})

async function connect(port: number, text: string): Promise<RawConnection> {
  const connection = await connectRaw(port, text)
  connections.push(connection)
  return connection
}

async function expectPageGetsIn(host = web): Promise<void> {
  const socket = await host.socket(await host.openPage())
  const reply = once(socket, 'message')
  socket.send(JSON.stringify({ type: 'ask', id: 1, name: 'app.describe', input: {} }))
  expect(JSON.parse(String((await reply)[0]))).toMatchObject({ type: 'end', value: { version: '0.0.0' } })
  socket.close()
}

async function expectSignInIsHeard(): Promise<void> {
  const answer = await fetch(`${listener.redirectUri}?code=a&state=other`, {
    headers: { connection: 'close' },
  })
  expect(answer.status).toBe(400)
}

const SERVERS = [
  ['the browser host', () => web.host.port, expectPageGetsIn],
  ['the sign-in listener', () => Number(new URL(listener.redirectUri).port), expectSignInIsHeard],
] as const

function upgradeOf(host: string, origin: string, key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n') {
  return `GET /engine HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n${key}\r\n`
}

/** What a connection says, where `host` is the one of the server. */
const OPENINGS: readonly (readonly [string, (host: string) => string])[] = [
  ['nothing', () => ''],
  ['half a request', (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\n`],
  ['a request without its body', (host) => `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 9\r\n\r\n`],
  ['a request that is refused', () => 'GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n'],
  ['a request for everything', (host) => `GET /assets/app.js HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(50)],
  ['an upgrade from elsewhere', (host) => upgradeOf(host, 'https://evil.test')],
  ['an upgrade without a key', (host) => upgradeOf(host, `http://${host}`, '')],
  ['an upgrade and no first message', (host) => upgradeOf(host, `http://${host}`)],
  ['an upgrade, then no WebSocket', (host) => `${upgradeOf(host, `http://${host}`)}\xff\xff\xff\xff\xff`],
  ['a tunnel', () => 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\nmore'],
  ['headers without end', (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Long: ${'x'.repeat(100_000)}`],
  ['TLS', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
]

const ENDINGS: readonly (readonly [string, (connection: RawConnection) => unknown])[] = [
  ['resets at once', ({ socket }) => socket.resetAndDestroy()],
  [
    'resets while it is answered',
    async ({ socket, answered, givenUp }) => {
      await Promise.race([answered, givenUp, once(socket, 'drain'), new Promise(setImmediate)])
      socket.resetAndDestroy()
    },
  ],
  ['resets after the answer', ({ socket, answered }) => void answered.then(() => socket.resetAndDestroy())],
  ['closes its half and stays', ({ socket }) => socket.end()],
  ['stays', () => {}],
]

describe.each(SERVERS)('%s', (_, port, expectUnharmed) => {
  const hostOf = () => `127.0.0.1:${port()}`

  describe.each(OPENINGS)('after a crowd that says %s', (__, opening) => {
    test.each(ENDINGS)('and %s, serves its own page', async (___, end) => {
      await Promise.all(
        Array.from({ length: CROWD }, async () => end(await connect(port(), opening(hostOf())))),
      )
      await expectUnharmed()
      expect(crashes).toEqual([])
    })
  })

  test.each(OPENINGS)('gives a connection up in time that says %s', async (__, opening) => {
    const connection = await connect(port(), opening(hostOf()))
    await connection.givenUp
    // What is closed answers a further word with a reset; what is half-open would take it.
    const isGone = new Promise((resolve) => connection.socket.once('close', resolve))
    const knock = setInterval(() => connection.socket.write('x'), 50)
    await isGone
    clearInterval(knock)
    expect(crashes).toEqual([])
  })

  test.each([
    ['GET in absolute form', (host: string) => `GET http://${host}/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['GET of another host', (host: string) => `GET http://evil.test/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['OPTIONS of everything', (host: string) => `OPTIONS * HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['CONNECT', (host: string) => `CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    [
      'an upgrade in absolute form',
      (host: string) => upgradeOf(host, `http://${host}`).replace('/engine', `http://${host}/engine`),
    ],
    ['no HTTP at all', () => 'EHLO example.org\r\n\r\n'],
  ])('answers %s with 400 (RFC 9112 section 3.2)', async (__, text) => {
    const connection = await connect(port(), text(hostOf()))
    await connection.givenUp
    expect(connection.heard()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  })
})

test('a page that has shown its key stays while a crowd comes, and past the patience for others', async () => {
  const page = await web.socket(await web.openPage())
  const crowd = await Promise.all(Array.from({ length: CROWD }, () => connect(web.host.port, '')))
  await Promise.all(crowd.map(({ givenUp }) => givenUp))
  const reply = once(page, 'message')
  page.send(JSON.stringify({ type: 'ask', id: 1, name: 'app.describe', input: {} }))
  expect(JSON.parse(String((await reply)[0]))).toMatchObject({ type: 'end' })
  page.close()
})

test('only what has shown the key counts as a page', async () => {
  const host = await startTestHost(engine.handlers, { patienceMs: 100 })
  const connection = await connect(host.host.port, upgradeOf(`127.0.0.1:${host.host.port}`, host.origin))
  await connection.givenUp
  await expectPageGetsIn(host)
  await expect.poll(() => host.pageCounts).toEqual([1, 0])
  await host.host.stop()
})
