import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  startPracticeEngine,
  startTestHost,
  type PracticeEngine,
  type TestHost,
} from '../support/in-process-host.ts'
import { connectRaw, type RawConnection } from '../support/raw-connection.ts'
import { frame, upgradeRequest } from '../support/web-socket-frames.ts'

let engine: PracticeEngine
let web: TestHost
let connections: RawConnection[] = []

beforeAll(async () => {
  engine = await startPracticeEngine()
  web = await startTestHost(engine.handlers, { patienceMs: 1_000 })
})
afterEach(() => {
  for (const { socket } of connections) socket.destroy()
  connections = []
})
afterAll(async () => {
  await web.host.stop()
  await engine.stop()
})

async function connect(text: string | Uint8Array): Promise<RawConnection> {
  const connection = await connectRaw(web.host.port, text)
  connections.push(connection)
  return connection
}

/** What is answered, up to the end of the connection. */
async function answerTo(text: string): Promise<string> {
  const connection = await connect(text)
  await connection.givenUp
  return connection.heard()
}

const port = () => web.host.port
const place = () => `127.0.0.1:${port()}`
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1])
const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4)

const HOSTS: readonly (readonly [string, () => string])[] = [
  ['a name that ends in ours', () => `evil.test#${place()}`],
  ['ours as the beginning of a name', () => `${place()}.evil.test`],
  ['ours as the user of another', () => `${place()}@evil.test`],
  ['another as our user', () => `evil.test@${place()}`],
  ['the short form of the address', () => `127.1:${port()}`],
  ['the number of the address', () => `2130706433:${port()}`],
  ['every address', () => `0.0.0.0:${port()}`],
  ['IPv6', () => `[::1]:${port()}`],
  ['IPv4 in IPv6', () => `[::ffff:127.0.0.1]:${port()}`],
  ['a zero before the port', () => `127.0.0.1:0${port()}`],
  ['a name in capitals', () => `LOCALHOST:${port()}`],
  ['a dot at the end', () => `127.0.0.1.:${port()}`],
  ['nothing', () => ''],
]

const ORIGINS: readonly (readonly [string, () => string])[] = [
  ['a page over TLS', () => `https://${place()}`],
  ['another port', () => `http://127.0.0.1:${port() + 1}`],
  ['no port', () => 'http://127.0.0.1'],
  ['another name of this computer', () => `http://localhost:${port()}`],
  ['ours as the beginning of a name', () => `http://${place()}.evil.test`],
  ['ours after a hash', () => `http://evil.test#http://${place()}`],
  ['a path', () => `http://${place()}/`],
  ['capitals', () => `HTTP://${place()}`],
  ['a file', () => 'file://'],
  ['an extension', () => 'chrome-extension://abcdefghijklmnopabcdefghijklmnop'],
  ['a sandboxed frame', () => 'null'],
  ['nothing', () => ''],
]

describe('a request is turned away with an empty page', () => {
  test.each(HOSTS)('for a host that is %s', async (_, host) => {
    const answer = await answerTo(`GET / HTTP/1.1\r\nHost: ${host()}\r\n\r\n`)
    expect([400, 403]).toContain(statusOf(answer))
    expect(bodyOf(answer)).toBe('')
  })

  test.each(ORIGINS)('from an origin that is %s', async (_, origin) => {
    const answer = await answerTo(`GET / HTTP/1.1\r\nHost: ${place()}\r\nOrigin: ${origin()}\r\n\r\n`)
    expect([statusOf(answer), bodyOf(answer)]).toEqual([403, ''])
  })

  test.each(['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'])(
    'by %s',
    async (method) => {
      const token = web.host.createLink().split('token=')[1] ?? ''
      const answer = await answerTo(
        `${method} /?token=${token} HTTP/1.1\r\nHost: ${place()}\r\nX-Echo: ${token}\r\n\r\n`,
      )
      expect([statusOf(answer), bodyOf(answer)]).toEqual([403, ''])
      expect(answer, 'TRACE would repeat what it was sent').not.toContain(token)
      expect(
        statusOf(
          await answerTo(`GET /?token=${token} HTTP/1.1\r\nHost: ${place()}\r\nConnection: close\r\n\r\n`),
        ),
        'the link is still unused',
      ).toBe(200)
    },
  )

  test.each<readonly [string, (host: string) => string]>([
    [
      'two origins, ours first',
      (host) => `Host: ${host}\r\nOrigin: http://${host}\r\nOrigin: https://evil.test\r\n`,
    ],
    ['two hosts, ours last', (host) => `Host: evil.test\r\nHost: ${host}\r\n`],
    ['a host that is folded', (host) => `Host:\r\n ${host}\r\nX: y\r\n`],
    ['a blank before the colon', (host) => `Host : ${host}\r\n`],
    ['a length and pieces', (host) => `Host: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n`],
    ['two lengths', (host) => `Host: ${host}\r\nContent-Length: 5\r\nContent-Length: 6\r\n`],
    ['a NUL', (host) => `Host: ${host}\r\nX: a\0b\r\n`],
    ['lines that end in LF alone', (host) => `Host: ${host}\nX: y\n`],
  ])('for headers with %s', async (_, headers) => {
    const answer = await answerTo(`GET /assets/app.js HTTP/1.1\r\n${headers(place())}\r\n`)
    expect([400, 403]).toContain(statusOf(answer))
    expect(bodyOf(answer)).toBe('')
  })

  test('without a host, as in HTTP/1.0', async () => {
    expect([400, 403]).toContain(statusOf(await answerTo('GET /assets/app.js HTTP/1.0\r\n\r\n')))
  })
})

const PATHS = [
  '/../package.json',
  '/..%2fpackage.json',
  '/..%5cpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/assets/../index.html',
  '/assets/./app.js',
  '/./assets/app.js',
  '//assets/app.js',
  '/assets//app.js',
  '/assets/app.js/',
  '/assets\\app.js',
  '/\\evil.test\\x',
  '/assets/app.js%00',
  '/assets/app.js%00.html',
  '/assets/app.js;x',
  '/assets/app.js.map',
  '/ASSETS/APP.JS',
  '/assets/%61pp.js',
  '/assets/app.js%20',
  '/assets/app.js#x',
  '/index.html',
  '/link-used.html',
  '/engine',
  '/constructor',
  '/__proto__',
  `/${'a/'.repeat(2_000)}`,
]

test.each(PATHS)('there is nothing at %s', async (path) => {
  const answer = await answerTo(`GET ${path} HTTP/1.1\r\nHost: ${place()}\r\n\r\n`)
  expect([400, 404]).toContain(statusOf(answer))
  expect(bodyOf(answer)).toBe('')
})

test('of requests in one packet each is judged by itself, and the first that is refused is the last', async () => {
  const good = `GET /assets/app.js HTTP/1.1\r\nHost: ${place()}\r\n\r\n`
  const answer = await answerTo(`${good}${good}GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n${good}`)
  expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 403'])
})

const ours = () => upgradeRequest(port())

describe('no WebSocket is opened', () => {
  test.each(ORIGINS)('for a page that is %s (96)', async (_, origin) => {
    const answer = await answerTo(ours().replace(/Origin: .*/, `Origin: ${origin()}`))
    expect([statusOf(answer), bodyOf(answer)]).toEqual([403, ''])
  })

  test.each(HOSTS)('for a host that is %s', async (_, host) => {
    const answer = await answerTo(ours().replace(/Host: .*/, `Host: ${host()}`))
    expect([400, 403]).toContain(statusOf(answer))
  })

  test.each<readonly [string, (request: string) => string]>([
    ['without an origin', (request) => request.replace(/Origin: .*\r\n/, '')],
    ['with two origins', (request) => request.replace(/(Origin: .*\r\n)/, '$1Origin: https://evil.test\r\n')],
    ['at another path', (request) => request.replace('/engine', '/engine/')],
    ['with a question', (request) => request.replace('/engine', '/engine?x')],
    ['of an older version', (request) => request.replace('Version: 13', 'Version: 7')],
    ['of a version that does not exist', (request) => request.replace('Version: 13', 'Version: 14')],
    ['without a version', (request) => request.replace(/Sec-WebSocket-Version: .*\r\n/, '')],
    ['with a key that is too short', (request) => request.replace(/Key: .*/, 'Key: abc')],
    ['with two keys', (request) => request.replace(/(Sec-WebSocket-Key: .*\r\n)/, '$1$1')],
    ['by POST', (request) => request.replace('GET', 'POST')],
    ['to HTTP/2', (request) => request.replace('websocket', 'h2c')],
    ['to two things', (request) => request.replace('websocket', 'websocket, h2c')],
  ])('%s', async (_, forge) => {
    const answer = await answerTo(forge(ours()))
    expect([400, 403, 404, 405, 426]).toContain(statusOf(answer))
  })
})

const DRIP_MS = 50

describe('one who drips is given up in time, however often something comes', () => {
  test.each<readonly [string, () => string | Uint8Array, () => string | Uint8Array]>([
    ['a request line', () => 'G', () => 'E'],
    ['headers', () => `GET / HTTP/1.1\r\nHost: ${place()}\r\n`, () => 'X: y\r\n'],
    ['a body', () => `POST / HTTP/1.1\r\nHost: ${place()}\r\nContent-Length: 10000\r\n\r\n`, () => 'x'],
    [
      'pieces of a body',
      () => `POST / HTTP/1.1\r\nHost: ${place()}\r\nTransfer-Encoding: chunked\r\n\r\n`,
      () => '1\r\nx\r\n',
    ],
    ['requests', () => '', () => `GET /assets/app.js HTTP/1.1\r\nHost: ${place()}\r\n\r\n`],
    ['pings', ours, () => frame('ping', '')],
    ['pieces of a first message', ours, () => frame('more', 'x', { last: false })],
    [
      'octets of a first message',
      () => Buffer.concat([Buffer.from(ours()), frame('text', '', { claims: 60_000n })]),
      () => 'x',
    ],
  ])('%s', async (_, begin, drop) => {
    const connection = await connect(begin())
    const isGone = new Promise((resolve) => connection.socket.once('close', resolve))
    const drip = setInterval(() => connection.socket.write(drop()), DRIP_MS)
    await isGone
    clearInterval(drip)
  })
})
