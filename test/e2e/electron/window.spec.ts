import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { _electron, expect, test as base, type ElectronApplication, type Page } from 'playwright/test'
import { inRoot } from '../../../scripts/lib/paths.ts'
import '#renderer/client/bridge-channel.ts'
import { findElectron } from '../launchers/desktop.ts'
import { startCanaryListener } from './canary-listener.ts'

/*
 * What the stand-in cannot show: the window in the Electron program itself. Runs where that is, and is skipped by name
 * elsewhere; `docs/threat-model.md` says what is promised.
 */

const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const program = findElectron() ?? ''

interface Shell {
  readonly app: ElectronApplication
  readonly page: Page
}

const test = base.extend<{ readonly shell: Shell }>({
  // eslint-disable-next-line no-empty-pattern -- the runner reads what a fixture needs from this pattern
  shell: async ({}, use) => {
    base.skip(program === '', 'no Electron program here: run `npx install-electron`')
    const app = await _electron.launch({
      executablePath: program,
      args: [inRoot(), '--practice', ...AS_ROOT],
    })
    const page = await app.firstWindow()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await use({ app, page })
    await app.close()
  },
})

const windows = ({ app }: Shell) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test('A1: the window that runs has the safe preferences, and the page neither Node nor Electron', async ({
  shell,
}) => {
  const preferences = await shell.app.evaluate(({ BrowserWindow }) => {
    // Not among the types; Electron's own tests use it.
    const [contents] = BrowserWindow.getAllWindows().map(
      ({ webContents }) => webContents as unknown as { getLastWebPreferences: () => object },
    )
    return contents?.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
  const seen = await shell.page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  )
  expect(seen).toEqual([])
})

for (const [address, status] of [
  ['app://mailwright/index.html', 200],
  ['app://mailwright/../../package.json', 404],
  ['app://mailwright/%2e%2e/%2e%2e/package.json', 404],
  ['app://mailwright/index.html%00', 404],
  ['app://mailwright/index.html?x', 404],
  ['app://evil/index.html', 404],
] as const)
  test(`A2: ${address} is answered with ${status}`, async ({ shell }) => {
    const answer = await shell.app.evaluate(async ({ net }, url) => {
      const response = await net.fetch(url, { bypassCustomProtocolHandlers: false }).catch(() => null)
      return response === null
        ? { status: 404, policy: '' }
        : { status: response.status, policy: response.headers.get('content-security-policy') }
    }, address)
    expect(answer.status).toBe(status)
    if (status === 200) expect(answer.policy).toContain("default-src 'none'")
  })

test('A3: nothing in the page reaches a listener of this computer', async ({ shell }) => {
  const listener = await startCanaryListener()
  await shell.page.evaluate(async (port) => {
    const place = `//127.0.0.1:${port}/`
    const image = new Image()
    image.src = `http:${place}image`
    for (const rel of ['prefetch', 'preconnect', 'stylesheet', 'modulepreload']) {
      const link = document.createElement('link')
      link.rel = rel
      link.href = `http:${place}${rel}`
      document.head.append(link)
    }
    const script = document.createElement('script')
    script.src = `http:${place}script`
    const frame = document.createElement('iframe')
    frame.src = `http:${place}frame`
    document.body.append(image, script, frame)
    navigator.sendBeacon(`http:${place}beacon`, 'x')
    await Promise.allSettled([
      fetch(`http:${place}fetch`),
      new Promise((resolve) => {
        try {
          const socket = new WebSocket(`ws:${place}`)
          socket.addEventListener('close', resolve)
        } catch {
          resolve(null)
        }
      }),
      new Promise((resolve) => setTimeout(resolve, 500)),
    ])
  }, listener.port)
  expect(listener.connections()).toBe(0)
  await listener.stop()
})

/** Ways to lead a window elsewhere. */
const WAYS: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['a link', (page) => page.evaluate(() => clickLink('_self'))],
  ['a link into another window', (page) => page.evaluate(() => clickLink('_blank'))],
  ['location', (page) => page.evaluate(() => void (location.href = 'https://example.org/'))],
  ['location.replace', (page) => page.evaluate(() => location.replace('file:///etc/passwd'))],
  ['window.open', (page) => page.evaluate(() => void window.open('https://example.org/'))],
  [
    'window.open of our own page',
    (page) => page.evaluate(() => void window.open('app://mailwright/index.html')),
  ],
  ['a form', (page) => page.evaluate(() => submitForm())],
  [
    'a refresh',
    (page) =>
      page.evaluate(() =>
        document.head.insertAdjacentHTML(
          'beforeend',
          '<meta http-equiv="refresh" content="0;url=https://example.org/">',
        ),
      ),
  ],
  [
    'a webview',
    (page) =>
      page.evaluate(() =>
        document.body.insertAdjacentHTML('beforeend', '<webview src="https://example.org/"></webview>'),
      ),
  ],
]

declare function clickLink(target: string): void
declare function submitForm(): void

const HELPERS = `
  globalThis.clickLink = (target) => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', target })
    document.body.append(link)
    link.click()
  }
  globalThis.submitForm = () => {
    const form = Object.assign(document.createElement('form'), { action: 'https://example.org/' })
    document.body.append(form)
    form.submit()
  }`

for (const [name, lead] of WAYS)
  test(`A4: ${name} leads nowhere, and opens nothing`, async ({ shell }) => {
    await shell.page.evaluate(HELPERS)
    await lead(shell.page).catch(() => {})
    // Nothing says that something has not happened: it is given the time that it would take.
    await shell.page.waitForTimeout(300)
    expect(shell.page.url()).toMatch(/^app:\/\/mailwright\/index\.html/)
    expect(await windows(shell)).toBe(1)
  })

test('A5: the page is given nothing of this computer', async ({ shell }) => {
  const answers = await shell.page.evaluate(async () => {
    const refused = (work: () => Promise<unknown>) =>
      work().then(
        (value) => JSON.stringify(value ?? null),
        () => 'refused',
      )
    return Promise.all([
      refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      refused(() => navigator.mediaDevices.getDisplayMedia()),
      refused(() => navigator.clipboard.readText()),
      refused(
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      Notification.requestPermission(),
    ])
  })
  expect(answers).toEqual(['refused', 'refused', 'refused', 'refused', 'denied'])
})

const FOREIGN = [
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://host/share',
  'ms-msdt:x',
  '\\\\host\\share',
  'https://known.host@evil.example/',
]

test('A6: nothing but a page of the catalogue is handed to the system', async ({ shell }) => {
  await shell.app.evaluate(({ shell: system }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    system.openExternal = (url) => Promise.resolve(void opened.push(url))
  })
  for (const url of FOREIGN) {
    const opened = await shell.page.evaluate(
      (address) =>
        new Promise((resolve) => {
          globalThis.mailwrightBridge?.listen((reply) => {
            const { id, value } = reply as { id: number; value?: { opened: boolean } }
            if (id === 900_000) resolve(value?.opened)
          })
          globalThis.mailwrightBridge?.send({
            type: 'ask',
            id: 900_000,
            name: 'app.open',
            input: { url: address },
          })
        }),
      url,
    )
    expect(opened).toBe(false)
  }
  expect(await shell.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([])
})

test('K3: a second start ends by itself, and its arguments do nothing to the first (92)', async ({
  shell,
}) => {
  const second = spawn(
    program,
    [inRoot(), '--practice', ...AS_ROOT, 'app://evil/', 'https://evil.example/'],
    { stdio: 'ignore' },
  )
  const [status] = (await once(second, 'exit')) as [number]
  expect(status).toBe(0)
  expect(await windows(shell)).toBe(1)
  expect(shell.page.url()).toMatch(/^app:\/\/mailwright\/index\.html/)
})
