import { expect, test as base, type Browser } from 'playwright/test'
import { launchStandIn } from '../support/electron-stand-in/launch.ts'
import { launchBrowserHost } from './launchers/browser-host.ts'
import { findChromiumForTests, launchChromium } from './launchers/chromium.ts'
import { findElectron, launchElectron } from './launchers/desktop.ts'
import type { LaunchOptions, RunningApp } from './launchers/launcher.ts'
import { WizardPages } from './pages/wizard.ts'

export type LauncherName = 'browser-host' | 'stand-in' | 'electron'

export interface Fixtures {
  readonly needsBrowser: void
  /** Arguments and environment of the application; a file sets them with `test.use`. */
  readonly launch: LaunchOptions
  readonly app: RunningApp
  readonly wizard: WizardPages
}

export interface WorkerFixtures {
  readonly launcher: LauncherName
  /** The browser of this worker, started when it is first asked for: the Electron project never does. */
  readonly openChromium: () => Promise<Browser>
}

async function launchWith(
  { launcher, openChromium }: WorkerFixtures,
  options: LaunchOptions,
): Promise<RunningApp> {
  if (launcher === 'browser-host') return launchBrowserHost(await openChromium(), options)
  if (launcher === 'stand-in') return launchStandIn(await openChromium(), options.args, options.env)
  const program = findElectron()
  test.skip(program === null, 'no Electron program here: run `npx install-electron`')
  return launchElectron(program ?? '', options)
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  launcher: ['browser-host', { option: true, scope: 'worker' }],
  openChromium: [
    // eslint-disable-next-line no-empty-pattern -- the runner reads what a fixture needs from this pattern
    async ({}, use) => {
      let browser: Promise<Browser> | undefined
      await use(() => (browser ??= launchChromium()))
      await (await browser)?.close()
    },
    { scope: 'worker' },
  ],
  needsBrowser: [
    async ({ launcher }, use) => {
      const missing = launcher !== 'electron' && findChromiumForTests() === null
      test.skip(missing, 'no Chromium here: set CHROMIUM_PATH, or install one')
      await use()
    },
    { auto: true },
  ],
  launch: [{ args: ['--practice'] }, { option: true }],
  app: async ({ openChromium, launcher, launch }, use) => {
    const app = await launchWith({ launcher, openChromium }, launch)
    const errors: string[] = []
    app.page.on('pageerror', (error) => errors.push(error.message))
    app.page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await use(app)
    expect(errors, 'the page reports no error').toEqual([])
    await app.close()
  },
  wizard: async ({ app }, use) => use(new WizardPages(app.page)),
})
