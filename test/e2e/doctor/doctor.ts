import { expect, test as base } from 'playwright/test'
import type { Behaviour } from '../../support/behaviour.ts'
import { mailServer } from '../../support/behaviour.ts'
import { serverTls } from '../../support/certificates.ts'
import { findChromiumForTests, launchChromium } from '../launchers/chromium.ts'
import { WizardPages } from '../pages/wizard.ts'
import { startChangeableWorld, type ChangeableWorld, type NetworkView } from './changeable-world.ts'

export const IMAP = 'imap.example.org'
export const SMTP = 'smtp.example.org'
export const ADDRESS = 'anna@example.org'

const tls = await serverTls({ dnsNames: [IMAP, SMTP, 'imap.gmail.com', 'smtp.gmail.com'] })

export const imapServer = (endpoint: 'tls' | 'starttls', behaviour?: Behaviour) =>
  mailServer('imap', endpoint, tls, behaviour)
export const smtpServer = (endpoint: 'tls' | 'starttls', behaviour?: Behaviour) =>
  mailServer('smtp', endpoint, tls, behaviour)

/** Both servers where people expect them, and nothing in the way. */
export const HOME: NetworkView = {
  name: 'home',
  endpoints: { [`${IMAP}:993`]: imapServer('tls'), [`${SMTP}:465`]: smtpServer('tls') },
}

interface Fixtures {
  /** The network the computer is in when the page is opened. */
  readonly network: NetworkView
  readonly world: ChangeableWorld
  readonly wizard: WizardPages
  /** Keeps a picture of the page with the results of the run. */
  readonly picture: (name: string) => Promise<void>
  /** From the address to the result of the first test. */
  readonly setUp: (change?: (wizard: WizardPages) => Promise<void>) => Promise<void>
}

/** The wizard in a world that can be made to fail and to heal. */
export const test = base.extend<Fixtures>({
  network: [HOME, { option: true }],
  world: async ({ network }, use) => {
    test.skip(findChromiumForTests() === null, 'no Chromium here: set CHROMIUM_PATH, or install one')
    const world = await startChangeableWorld(network)
    await use(world)
    await world.stop()
  },
  wizard: async ({ world }, use) => {
    const browser = await launchChromium()
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1040, height: 1_000 } })
    const page = await context.newPage()
    await page.goto(world.link)
    await use(new WizardPages(page))
    await browser.close()
  },
  picture: async ({ wizard }, use, info) =>
    use(async (name) => {
      const path = info.outputPath(`${name}.png`)
      await wizard.page.screenshot({ path, fullPage: true })
      await info.attach(name, { path, contentType: 'image/png' })
    }),
  setUp: async ({ wizard }, use) =>
    use(async (change = async () => {}) => {
      await wizard.address.submit(ADDRESS)
      await wizard.account.goOn()
      await change(wizard)
      await wizard.servers.confirm()
      await wizard.signIn.field.waitFor()
      // A typed server of another domain is asked for a password of its own.
      const own = wizard.page.locator('input[name="sending-password"]')
      if (await own.isVisible()) await own.fill('sunflower')
      await wizard.signIn.test('sunflower')
    }),
})

/** It has come right: everything that is tested works. */
export async function expectGreen(wizard: WizardPages): Promise<void> {
  await expect(wizard.title).toHaveText('Everything works', { timeout: 15_000 })
}
