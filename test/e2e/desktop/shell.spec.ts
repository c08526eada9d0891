import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { launchStandIn } from '../../support/electron-stand-in/launch.ts'
import '#renderer/client/bridge-channel.ts'
import { test as base } from '../fixtures.ts'
import type { StandInApp } from '../../support/electron-stand-in/launch.ts'

const test = base.extend<object, { readonly shell: StandInApp }>({
  shell: [
    async ({ openChromium }, use) => {
      const shell = await launchStandIn(await openChromium(), ['--practice'])
      await shell.page.getByRole('heading', { level: 1 }).waitFor()
      await use(shell)
      await shell.close()
    },
    { scope: 'worker' },
  ],
})

test('the window has the safe preferences, all of them written out', ({ shell }) => {
  expect(shell.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  })
})

test('the page can reach neither Node nor Electron', async ({ shell }) => {
  const seen = await shell.page.evaluate(() =>
    ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
  )
  expect(seen).toEqual([])
  const bridge = await shell.page.evaluate(() => Object.keys(globalThis.mailwrightBridge ?? {}))
  expect(bridge).toEqual(['send', 'listen'])
})

test('every file comes with the policy, and the policy bites', async ({ shell }) => {
  const { headers } = await shell.ask<{ headers: Record<string, string> }>({
    type: 'fetch',
    url: 'app://mailwright/index.html',
  })
  expect(headers['content-security-policy']).toContain("connect-src 'none'")
  const outcome = await shell.page.evaluate(async () => {
    const tried = await fetch('/index.html').then(
      () => 'fetched',
      () => 'refused',
    )
    const image = await new Promise((resolve) => {
      const element = new Image()
      element.addEventListener('load', () => resolve('loaded'))
      element.addEventListener('error', () => resolve('refused'))
      element.src = 'http://127.0.0.1:9/x.png'
    })
    return [tried, image]
  })
  expect(outcome).toEqual(['refused', 'refused'])
})

for (const path of [
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/package.json',
  '/index.html%00',
  '/index.html?x=1',
  '/nothing.js',
]) {
  test(`nothing is served for ${path}`, async ({ shell }) => {
    const answer = await shell.ask<{ status: number } | null>({
      type: 'fetch',
      url: `app://mailwright${path}`,
    })
    expect(answer?.status).toBe(404)
  })
}

for (const url of [
  'app://evil/index.html',
  'https://example.org/',
  'file:///etc/passwd',
  'http://127.0.0.1/',
  'ws://127.0.0.1/',
]) {
  test(`a request for ${url} is cancelled before it leaves`, async ({ shell }) => {
    expect(await shell.ask({ type: 'fetch', url })).toBeNull()
  })
}

for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
  for (const contents of ['window', 'other'] as const) {
    test(`${event} is prevented in what shows a page: ${contents}`, async ({ shell }) => {
      expect(await shell.ask({ type: 'navigate', event, url: 'https://example.org/', contents })).toBe(true)
    })
  }
}

const REPORT = {
  url: 'blob:app://mailwright/4d1c7d0e-8c9b-4f43-9a52-5a7bd3f0a1ce',
  fileName: 'mailwright-anna@example.org-2026-11-27.html',
  origin: 'app://mailwright',
  octets: 40_000,
}

for (const [what, change, prevented] of [
  ['a report of the page is', {}, false],
  ['a page of the program is not', { url: 'app://mailwright/index.html' }, true],
  ['a report of another origin is not', { origin: 'https://example.org' }, true],
  ['what another origin has made is not', { url: 'blob:https://example.org/4d1c7d0e' }, true],
  ['a program is not', { fileName: 'mailwright-setup.exe' }, true],
  ['a path is not', { fileName: 'mailwright-../../.bashrc.json' }, true],
  ['something without an end is not', { octets: 1_000_000_000 }, true],
] as const) {
  test(`${what} downloaded`, async ({ shell }) => {
    expect(await shell.ask({ type: 'download', ...REPORT, ...change })).toBe(prevented)
  })
}

test('no second window opens', async ({ shell }) => {
  expect(await shell.ask({ type: 'open-window', url: 'https://example.org/' })).toEqual({ action: 'deny' })
})

for (const permission of [
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'openExternal',
  'usb',
  'fileSystem',
]) {
  test(`the permission ${permission} is denied at both ports`, async ({ shell }) => {
    expect(await shell.ask({ type: 'permission', permission })).toEqual({ granted: false, checked: false })
  })
}

test('a message from another frame or another page has no effect', async ({ shell }) => {
  const message = { type: 'ask', id: 999_001, name: 'app.describe', input: {} }
  const heard = () => shell.page.evaluate(() => (globalThis as { heard?: unknown[] }).heard ?? [])
  await shell.page.evaluate(() => {
    const target = globalThis as { heard?: unknown[] }
    target.heard = []
    globalThis.mailwrightBridge?.listen((reply) => target.heard?.push((reply as { id: number }).id))
  })
  shell.tell({
    type: 'ipc',
    channel: 'mailwright:ask',
    args: [message],
    frame: 'foreign',
    frameUrl: 'app://mailwright/index.html',
  })
  for (const frame of ['gone', 'disposed'] as const) {
    shell.tell({
      type: 'ipc',
      channel: 'mailwright:ask',
      args: [message],
      frame,
      frameUrl: 'app://mailwright/',
    })
  }
  shell.tell({
    type: 'ipc',
    channel: 'mailwright:ask',
    args: [{ ...message, id: 999_002 }],
    frame: 'main',
    frameUrl: 'https://evil.example/',
  })
  shell.tell({
    type: 'ipc',
    channel: 'mailwright:ask',
    args: [{ ...message, id: 999_003 }],
    frame: 'main',
    frameUrl: 'app://mailwright/index.html',
  })
  await expect.poll(heard).toEqual([999_003])
  const refusals = shell.output().match(/mailwright:ask: internal error \(Error\)/g)
  expect(refusals, 'each of them was refused, and none of them threw').toHaveLength(4)
  expect(shell.output()).not.toContain('mailwright: internal error')
})

test('only pages of the catalogue are handed to the system', async ({ shell }) => {
  const open = (url: string) =>
    shell.page.evaluate(
      (target) =>
        new Promise((resolve) => {
          globalThis.mailwrightBridge?.listen((reply) => {
            const { id, value } = reply as { id: number; value?: { opened: boolean } }
            if (id === 999_100) resolve(value?.opened)
          })
          globalThis.mailwrightBridge?.send({
            type: 'ask',
            id: 999_100,
            name: 'app.open',
            input: { url: target },
          })
        }),
      url,
    )
  for (const url of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'https://evil.example/',
    'https://support.google.com@evil.example/',
  ]) {
    expect(await open(url)).toBe(false)
  }
  expect(shell.opened).toEqual([])
  expect(await open('https://myaccount.google.com/apppasswords')).toBe(true)
  expect(shell.opened).toEqual(['https://myaccount.google.com/apppasswords'])
})

test('a second start brings the first window to the front, and its words that are no report are ignored', async ({
  shell,
}) => {
  const args = ['mailwright', '--inspect', '--remote-debugging-port=1', 'app://evil', '/etc/passwd']
  shell.tell({ type: 'second-instance', args, folder: '/' })
  await expect.poll(() => shell.focusCount()).toBe(1)
  expect(shell.page.url()).toContain('/index.html')
})

const ENDINGS: readonly (readonly [string, (window: StandInApp) => Promise<void>])[] = [
  ['is closed', (window) => window.close()],
  ['is told to stop by Ctrl+C and the launcher', (window) => window.interrupt('SIGINT', 'SIGTERM', 'SIGINT')],
  ['loses its terminal', (window) => window.interrupt('SIGHUP')],
]

for (const [how, end] of ENDINGS)
  test(`a practice window that ${how} leaves no file behind`, async ({ openChromium }) => {
    const folder = await mkdtemp(join(tmpdir(), 'mailwright-window-'))
    const window = await launchStandIn(await openChromium(), ['--practice'], { TMPDIR: folder })
    await window.page.getByRole('heading', { level: 1 }).waitFor()
    const named = async () =>
      (await readdir(folder)).filter((name) => name.startsWith('mailwright-practice-'))
    expect(await named()).toHaveLength(1)
    await end(window)
    expect(await named()).toEqual([])
    await rm(folder, { recursive: true })
  })
