import { request, type IncomingHttpHeaders } from 'node:http'
import { createConnection, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  startPracticeEngine,
  startTestHost,
  type PracticeEngine,
  type TestHost,
} from '../support/in-process-host.ts'

let engine: PracticeEngine
let web: TestHost
beforeAll(async () => {
  engine = await startPracticeEngine()
  web = await startTestHost(engine.handlers)
})
afterAll(async () => {
  await web.host.stop()
  await engine.stop()
})

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A request with exactly these headers, as no browser would let a page make it. */
function raw(
  path: string,
  headers: Readonly<Record<string, string | readonly string[]>>,
  method = 'GET',
): Promise<Reply> {
  // As a list, for only then the same header may come twice.
  const list = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().flatMap((value) => [name, value]),
  )
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: web.host.port, path, method, headers: list },
      (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      },
    )
    asked.once('error', reject)
    asked.end()
  })
}

const self = () => ({ host: `127.0.0.1:${web.host.port}` })
const pathOf = (link: string) => link.slice(link.indexOf('/?'))

describe('which requests are accepted', () => {
  test.each([
    ['another name for this computer (93)', () => ({ host: `localhost:${web.host.port}` })],
    ['a foreign name on our port (93)', () => ({ host: `evil.test:${web.host.port}` })],
    ['our address without the port (93)', () => ({ host: '127.0.0.1' })],
    ['two hosts', () => ({ host: [`127.0.0.1:${web.host.port}`, 'evil.test'] as const })],
    ['a foreign origin (95)', () => ({ ...self(), origin: 'https://evil.test' })],
    ['no origin to speak of', () => ({ ...self(), origin: 'null' })],
  ])('%s is turned away with an empty page', async (_, headers) => {
    const reply = await raw(pathOf(web.host.createLink()), headers())
    expect(reply).toMatchObject({ status: 403, body: '' })
  })

  test('a form from anywhere is turned away (95)', async () => {
    const reply = await raw('/', { ...self(), 'content-type': 'text/plain' }, 'POST')
    expect(reply).toMatchObject({ status: 403, body: '' })
  })

  test('every answer forbids framing, sniffing and foreign scripts (97)', async () => {
    const { headers } = await raw('/assets/app.js', self())
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('files are found by their exact path only', async () => {
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '//evil/x',
      '/index.html',
      '/assets/',
      '/assets/app.js%00',
    ]) {
      expect((await raw(path, self())).status).toBe(404)
    }
  })
})

describe('the link', () => {
  test('works once, and then says that it has been used (94)', async () => {
    const path = pathOf(web.host.createLink())
    expect(await raw(path, self())).toMatchObject({ status: 200 })
    const again = await raw(path, self())
    expect(again.status).toBe(403)
    expect(again.body).toContain('This link has been used')
  })

  test.each([
    ['with a wrong token', () => '/?token=wrong'],
    ['with two tokens', () => `${pathOf(web.host.createLink())}&token=x`],
    [
      'that a newer one has replaced',
      () => {
        const old = pathOf(web.host.createLink())
        web.host.createLink()
        return old
      },
    ],
  ])('%s does not open (94)', async (_, path) => {
    expect(await raw(path(), self())).toMatchObject({ status: 403, body: '' })
  })

  test('is not needed to load the page again, which gets no key that way, used or not', async () => {
    const keyIn = ({ body }: Reply) => /name="mailwright-session" content="([^"]*)"/.exec(body)?.[1]
    const before = await raw('/', self())
    const opened = await raw(pathOf(web.host.createLink()), self())
    const after = await raw('/', self())
    expect(keyIn(opened)).toHaveLength(43)
    for (const again of [before, after]) {
      expect(again.status).toBe(200)
      expect(keyIn(again)).toBe('%MAILWRIGHT_SESSION%')
      expect(again.headers['cache-control']).toBe('no-store')
    }
  })

  test('is long and different every time', () => {
    const links = Array.from({ length: 20 }, () => web.host.createLink())
    expect(new Set(links).size).toBe(20)
    expect(links.every((link) => (link.split('token=')[1] ?? '').length >= 43)).toBe(true)
  })
})

function closeOf(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => socket.once('close', resolve))
}

function answerOf(socket: WebSocket, message: object): Promise<unknown> {
  return new Promise((resolve) => {
    socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString('utf8'))))
    socket.send(JSON.stringify(message))
  })
}

const DESCRIBE = { type: 'ask', id: 1, name: 'app.describe', input: {} }

describe('the socket', () => {
  test('answers the page that shows its key', async () => {
    const socket = await web.socket(await web.openPage())
    expect(await answerOf(socket, DESCRIBE)).toMatchObject({
      type: 'end',
      id: 1,
      value: { version: '0.0.0' },
    })
    socket.close()
  })

  test.each(['https://evil.test', 'http://127.0.0.1', 'http://localhost', 'null'])(
    'is not opened for %s (96)',
    async (origin) => {
      await expect(web.socket('key', origin)).rejects.toThrow('403')
    },
  )

  test('is closed when the key is wrong, and nothing is answered', async () => {
    const socket = await web.socket('wrong')
    const heard: unknown[] = []
    socket.on('message', (data) => heard.push(data))
    socket.send(JSON.stringify(DESCRIBE))
    expect(await closeOf(socket)).toBe(4401)
    expect(heard).toEqual([])
  })

  test('refuses what is no request and goes on', async () => {
    const socket = await web.socket(await web.openPage())
    for (const message of [
      {},
      { type: 'ask', id: 'x' },
      { type: 'ask', id: 1, name: 'nothing.there', input: {} },
      [1],
      null,
    ]) {
      expect(await answerOf(socket, message as object)).toMatchObject({ type: 'refused', code: 'IPC_BAD' })
    }
    expect(await answerOf(socket, DESCRIBE)).toMatchObject({ type: 'end' })
    socket.close()
  })

  test('is closed by a message that is too long (98)', async () => {
    const socket = await web.socket(await web.openPage())
    socket.send(JSON.stringify({ ...DESCRIBE, input: 'x'.repeat(64 * 1024 * 1024) }))
    expect(await closeOf(socket)).toBe(1009)
  })

  test('closes when nothing has been said for long, the password in it forgotten', async () => {
    const short = await startTestHost(engine.handlers, { idleMs: 200 })
    const socket = await short.socket(await short.openPage())
    expect(await closeOf(socket)).toBe(4408)
    await short.host.stop()
  })
})

describe('a crowd (98)', () => {
  test('of idle connections leaves the first page unaffected', async () => {
    const socket = await web.socket(await web.openPage())
    const idle = await Promise.all(Array.from({ length: 200 }, () => connect()))
    expect(await answerOf(socket, DESCRIBE)).toMatchObject({ type: 'end' })
    for (const one of idle) one.destroy()
    socket.close()
  })

  test('of headers is refused', async () => {
    const reply = await raw('/', { ...self(), 'x-long': 'x'.repeat(1024 * 1024) }).catch(
      (error: Error) => error,
    )
    expect(reply instanceof Error || reply.status === 431).toBe(true)
  })

  test('of one who drips his headers is cut off', async () => {
    const socket = await connect()
    const closed = new Promise((resolve) => socket.once('close', resolve))
    const drip = setInterval(() => socket.write('x'), 200)
    const winner = await Promise.race([closed.then(() => 'closed'), delay(9_000, 'still open')])
    clearInterval(drip)
    expect(winner).toBe('closed')
  })
})

function connect(): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port: web.host.port }, () => resolve(socket))
    socket.on('error', () => resolve(socket))
  })
}
