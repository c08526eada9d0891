import { expect, type Page } from 'playwright/test'
import { test } from '../fixtures.ts'
import { startHost, type StartedHost } from '../launchers/browser-host.ts'
import { WizardPages } from '../pages/wizard.ts'

let host: StartedHost
let page: Page

test.beforeEach(async ({ openChromium }) => {
  host = await startHost({ args: ['--practice'] })
  page = await (await (await openChromium()).newContext({ locale: 'en-US' })).newPage()
})

test.afterEach(async () => {
  await page.context().close()
  await host.stop()
})

test('what is typed before the whole wizard is there outlives a reload', async () => {
  await page.route('**/start-wizard-*.js', () => {})
  await page.goto(host.link)
  const wizard = new WizardPages(page)
  await wizard.address.field.fill('anna@practice.exam')
  await page.reload()
  await expect(wizard.address.field).toHaveValue('anna@practice.exam')
})

test('an address sent before the whole wizard is there goes on as soon as it is', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/start-wizard-*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(host.link)
  const wizard = new WizardPages(page)
  await expect(wizard.address.field).toBeFocused()
  await page.keyboard.type('anna@practice.example')
  await page.keyboard.press('Enter')
  await expect(wizard.address.field).toHaveValue('anna@practice.example')
  release()
  await expect(wizard.signIn.field).toBeFocused()
})

test('a language is loaded when it is chosen, and not before', async () => {
  const texts: string[] = []
  page.on('request', (request) =>
    texts.push(...(/\/(en|de)-[\w-]+\.js$/.exec(request.url())?.slice(1) ?? [])),
  )
  await page.goto(host.link)
  await expect(new WizardPages(page).address.field).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(texts).toEqual(['en'])
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  expect(texts).toEqual(['en', 'de'])
})

test('when a part of the page is not to be had any more, the page says so', async () => {
  await page.route('**/explain-screen-*.js', (route) => route.abort())
  await page.goto(host.link)
  const wizard = new WizardPages(page)
  await page.getByRole('button', { name: 'I have an error message' }).click()
  await expect(wizard.title).toHaveText('Mailwright has ended')
})
