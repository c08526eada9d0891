import { request } from 'node:http'
import { createConnection } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { openListener, type ListenerPlan, type LoopbackListener } from '#engine/oauth/loopback-listener.ts'

const STATE = 'the-state'
const PLAN: ListenerPlan = {
  path: 'random',
  name: '127.0.0.1',
  state: STATE,
  page: (kind) => ({ title: `<${kind}>`, text: 'Sie können "dieses" Fenster schließen & gehen' }),
  language: 'de',
}

let listener: LoopbackListener | undefined
afterEach(() => listener?.close())

async function open(change: Partial<ListenerPlan> = {}): Promise<URL> {
  const opened = await openListener({ ...PLAN, ...change })
  if (!opened.ok) throw new Error(opened.error)
  listener = opened.value
  return new URL(opened.value.redirectUri)
}

interface Knock {
  readonly method?: string
  readonly host?: string
  readonly path?: string
}

/** One request, whatever it claims to be for. */
function knock(url: URL, { method = 'GET', host = url.host, path = url.pathname }: Knock) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port: url.port,
        method,
        path,
        setHost: false,
        headers: { Host: host },
      }
      const call = request(options, (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      })
      call.once('error', reject)
      call.end()
    },
  )
}

const good = (url: URL) => `${url.pathname}?code=a&state=${STATE}`

describe('the listener that waits for the browser', () => {
  test.each([
    [
      'a name that leads here (rebinding)',
      403,
      (url: URL) => ({ host: `evil.test:${url.port}`, path: good(url) }),
    ],
    [
      'localhost instead of the number',
      403,
      (url: URL) => ({ host: `localhost:${url.port}`, path: good(url) }),
    ],
    ['another method', 405, (url: URL) => ({ method: 'POST', path: good(url) })],
    ['another path', 404, () => ({ path: `/?code=a&state=${STATE}` })],
    ['no answer at all', 404, () => ({})],
    ['no state', 400, (url: URL) => ({ path: `${url.pathname}?code=a` })],
    ['another state', 400, (url: URL) => ({ path: `${url.pathname}?code=a&state=other` })],
    ['two states', 400, (url: URL) => ({ path: `${good(url)}&state=${STATE}` })],
    ['an answer', 200, (url: URL) => ({ path: good(url) })],
  ] as const)('answers %s with %i', async (_, status, how) => {
    const url = await open()
    expect((await knock(url, how(url))).status).toBe(status)
  })

  test('shows a page without script, style or referrer, in the language of the user', async () => {
    const url = await open()
    const { headers, text } = await knock(url, { path: good(url) })
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    expect(text).toContain('<html lang="de">')
    expect(text).toContain('<h1>&lt;answer></h1>')
    expect(text).not.toMatch(/<script|<style|<link|<img/)
  })

  test('hands over the answer and nothing of the strays but that they came, three times at most', async () => {
    const url = await open()
    for (let count = 0; count < 9; count += 1) await knock(url, { path: `${url.pathname}?state=x` })
    await knock(url, { path: good(url) })
    const kinds: string[] = []
    for await (const { kind } of listener?.answers ?? []) {
      kinds.push(kind)
      if (kind === 'answer') break
    }
    expect(kinds).toEqual(['stray', 'stray', 'stray', 'answer'])
  })

  test('has a path of its own each time, or the fixed one that was registered by hand', async () => {
    const first = await open()
    listener?.close()
    const second = await open()
    listener?.close()
    expect(first.pathname).not.toBe(second.pathname)
    expect((await open({ path: 'fixed', name: 'localhost' })).href).toMatch(/^http:\/\/localhost:\d+\/$/)
  })
})

test('the listener hands over the answer of a tab that is closed before it shows anything', async () => {
  const url = await open()
  const line = createConnection({ host: '127.0.0.1', port: Number(url.port) })
  line.write(`GET ${url.pathname}?state=${STATE}&code=x HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`, () =>
    line.destroy(),
  )
  for await (const answer of listener?.answers ?? []) {
    expect(answer).toMatchObject({ kind: 'answer' })
    break
  }
})
