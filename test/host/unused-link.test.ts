import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { systemEnvironment } from '#engine/system-environment.ts'
import { runBrowserHost, type BrowserHostEnding } from '#host/run-browser-host.ts'
import { INDEX } from '../support/in-process-host.ts'

const LINK_MS = 300

let page = ''
beforeAll(() => {
  page = mkdtempSync(join(tmpdir(), 'mailwright-test-'))
  writeFileSync(join(page, 'index.html'), INDEX)
  writeFileSync(join(page, 'link-used.html'), 'used')
})
beforeEach(() => {
  vi.stubEnv('DISPLAY', '')
  vi.stubEnv('WAYLAND_DISPLAY', '')
  return () => vi.unstubAllEnvs()
})
afterAll(() => rmSync(page, { recursive: true, force: true }))

/** A run whose link is short-lived, as soon as it has one. */
async function begin() {
  const stop = new AbortController()
  let ending: Promise<BrowserHostEnding> | undefined
  const link = await new Promise<string>((resolve, reject) => {
    ending = runBrowserHost({
      environment: systemEnvironment({
        version: '0.0.0',
        host: 'browser',
        openUrl: () => Promise.resolve(false),
      }),
      rendererDirectory: page,
      onReady: resolve,
      onBug: reject,
      signal: stop.signal,
      linkMs: LINK_MS,
    })
    ending.catch(reject)
  })
  if (ending === undefined) throw new Error('it did not begin')
  return { link, ending, stop: () => stop.abort() }
}

test('a host whose link is not used ends when the link does', async () => {
  const { link, ending } = await begin()
  expect(await ending).toBe('unused')
  await expect(fetch(link)).rejects.toThrow()
})

test('a wrong link is no use of the right one', async () => {
  const { link, ending } = await begin()
  expect((await fetch(`${link}x`)).status).toBe(403)
  expect(await ending).toBe('unused')
})

test('a socket that does not show the key is no page', async () => {
  const { link, ending } = await begin()
  const { host, origin } = new URL(link)
  const socket = new WebSocket(`ws://${host}/engine`, { origin })
  const closed = new Promise((resolve) => socket.once('close', resolve))
  expect(await ending).toBe('unused')
  await closed
})

test('a host whose link was used stays while the page is there', async () => {
  const { link, ending, stop } = await begin()
  const { host, origin } = new URL(link)
  const key = /content="([^"]+)"/.exec(await (await fetch(link)).text())?.[1] ?? ''
  const socket = new WebSocket(`ws://${host}/engine`, { origin })
  socket.once('open', () => socket.send(JSON.stringify({ hello: key })))
  expect(await Promise.race([ending, delay(3 * LINK_MS, 'still there')])).toBe('still there')
  stop()
  expect(await ending).toBe('stopped')
})

test('a host that is told to stop before it has begun opens nothing', async () => {
  const onReady = vi.fn()
  const ending = runBrowserHost({
    environment: systemEnvironment({
      version: '0.0.0',
      host: 'browser',
      openUrl: () => Promise.resolve(false),
    }),
    rendererDirectory: page,
    onReady,
    onBug: onReady,
    signal: AbortSignal.abort(),
  })
  expect(await ending).toBe('stopped')
  expect(onReady).not.toHaveBeenCalled()
})
