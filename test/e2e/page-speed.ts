import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Browser, Page, Response } from 'playwright/test'
import type { EngineHandlers } from '#shared/contract/contract.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { StageEvent } from '#shared/domain/stage.ts'
import { loadStaticFiles } from '#engine/files/static-files.ts'
import { startBrowserHost } from '#host/server.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import { startPracticeEngine } from '../support/in-process-host.ts'
import { startHost } from './launchers/browser-host.ts'
import { WizardPages } from './pages/wizard.ts'

export interface FirstStepCost {
  /** From the moment the process is up until the address can be typed. */
  readonly usableMs: number
  /** All JavaScript that came before that, compressed. */
  readonly scriptBytes: number
}

/** How long a fresh process takes to its first step, and what the page loads for it. */
export async function measureFirstStep(browser: Browser): Promise<FirstStepCost> {
  const folder = await mkdtemp(join(tmpdir(), 'mailwright-first-step-'))
  const host = await startHost({ args: [], env: { MAILWRIGHT_DATA_DIR: folder } })
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage()
  try {
    const scripts: Response[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response)
    })
    const startedAt = performance.now()
    await page.goto(host.link, { waitUntil: 'commit' })
    await page.locator('input[type="email"]:focus').waitFor()
    const usableMs = performance.now() - startedAt
    const bodies = await Promise.all(scripts.filter(isBeforeFirstStep).map((script) => script.body()))
    return {
      usableMs,
      scriptBytes: bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0),
    }
  } finally {
    await page.context().close()
    await host.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * The texts come last: what is fetched after them is for later, while the first step is read, and holds nothing up.
 */
function isBeforeFirstStep(script: Response, index: number, all: readonly Response[]): boolean {
  const texts = all.findIndex((one) => /\/en-[\w-]+\.js$/.test(one.url()))
  return script.ok() && index <= texts
}

/**
 * The longest time the page does not listen while a live test reports a great many stages, in milliseconds; a browser
 * reports those over 50, and 0 stands for less.
 */
export async function longestTask(
  browser: Browser,
  eventsPerSecond: number,
  seconds: number,
): Promise<number> {
  const engine = await startPracticeEngine()
  const files = await loadStaticFiles(inRoot('dist', 'renderer'))
  const setup = { ...engine.handlers.setup, test: () => flood(eventsPerSecond, seconds) }
  const handlers: EngineHandlers = { ...engine.handlers, setup }
  const quiet = { onBug: () => {}, onPages: () => {}, onLinkUsed: () => {} }
  const host = await startBrowserHost({ handlers, files, ...quiet })
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage()
  try {
    await page.goto(host.createLink())
    const wizard = new WizardPages(page)
    await wizard.goToSignIn('anna@practice.example')
    await watchTasks(page)
    await wizard.signIn.test('sunflower')
    await wizard.test
      .lane('pop3')
      .getByText(END)
      .waitFor({ timeout: (seconds + 20) * 1_000 })
    return await page.evaluate(() => Math.max(0, ...globalThis.taskTimes))
  } finally {
    await page.context().close()
    await host.stop()
    await engine.stop()
  }
}

declare global {
  var taskTimes: number[]
}

async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.taskTimes = []
    new PerformanceObserver((list) => {
      globalThis.taskTimes.push(...list.getEntries().map(({ duration }) => duration))
    }).observe({ type: 'longtask' })
  })
}

/** What the page shows when the last event has come through. */
const END = 'no answer yet'

async function* flood(perSecond: number, seconds: number): AsyncGenerator<TestEvent> {
  const endpoints = PROTOCOLS.map((protocol): ServerEndpoint => ({
    protocol,
    host: `${protocol}.practice.example`,
    port: 993,
    security: 'tls',
  }))
  yield { type: 'started', endpoints, network: '', at: '2026-11-20T10:00:00.000Z' }
  const startedAt = performance.now()
  for (let count = 0; count < perSecond * seconds; count += 1) {
    const protocol = PROTOCOLS[count % PROTOCOLS.length] ?? 'imap'
    const begun = { stage: 'dns', startedMs: count, facts: {} } as const
    const isEnd = count % (2 * PROTOCOLS.length) >= PROTOCOLS.length
    const event: StageEvent = isEnd
      ? { ...begun, status: 'ok', endedMs: count + 1 }
      : { ...begun, status: 'running' }
    yield { type: 'stage', protocol, event }
    const due = startedAt + (count * 1_000) / perSecond
    if (performance.now() < due) await delay(due - performance.now())
  }
  yield { type: 'waiting', protocol: 'pop3', stage: 'dns', sinceMs: 1_000 }
}
