import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'
import { test } from '../fixtures.ts'

const line = (page: Page, protocol: string) =>
  page.getByRole('region', { name: 'Services' }).locator(`li[data-protocol="${protocol}"]`)
const block = (page: Page, protocol: string) => page.locator(`details[data-protocol="${protocol}"]`)

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
}

test('a technician looks at a domain without a password, and tests the one service that fails again', async ({
  wizard,
  app: { page },
}) => {
  const view = page.getByRole('button', { name: 'Technical view' })
  await expect(view).toHaveAttribute('aria-pressed', 'false')
  await view.click()
  await page.getByRole('textbox', { name: 'Email address or domain' }).fill('hotel.example')
  await page.keyboard.press('Enter')
  await wizard.servers.heading.waitFor()
  await wizard.servers.confirm()
  await wizard.signIn.testWithoutSigningIn()

  // All services on one screen, the failing one first; its details are open, and no other's.
  await expect(line(page, 'smtp')).toContainText('NET_PORT_BLOCKED')
  const lines = page.getByRole('region', { name: 'Services' }).getByRole('listitem')
  await expect(lines).toHaveText([/^SMTP/, /^IMAP/])
  await expect(line(page, 'imap')).toContainText(/imap\.hotel\.example993:tls.*TLSv1\.3.*days left.*Z$/)
  await expect(block(page, 'smtp')).toHaveAttribute('open', '')
  await expect(block(page, 'imap')).not.toHaveAttribute('open')
  await expect(block(page, 'smtp')).toContainText(
    'mailwright check --smtp smtp.hotel.example:587:starttls --no-login',
  )
  await expectAccessible(page)

  const tested = await line(page, 'imap').innerText()
  await block(page, 'smtp').getByRole('combobox', { name: 'IP version' }).selectOption('IPv6 only')
  await block(page, 'smtp').getByRole('button', { name: 'Test SMTP again' }).click()
  await expect(line(page, 'smtp')).toContainText('NET_FAMILY')
  await expect(page.getByRole('heading', { name: 'has no IPv6 address' })).toBeVisible()
  await expect(block(page, 'smtp')).toContainText('--no-login --ipv6')
  expect(await line(page, 'imap').innerText()).toBe(tested)

  // A name that would be a second command is not sent.
  await block(page, 'smtp').getByRole('textbox', { name: 'EHLO name' }).fill('client example.net')
  await block(page, 'smtp').getByRole('button', { name: 'Test SMTP again' }).click()
  await expect(block(page, 'smtp').getByRole('alert')).toContainText(['Enter a domain name'])
  await view.click()
  await expect(wizard.test.lane('smtp')).toBeVisible()
})

test('one mechanism can be forced, and what is copied holds no password', async ({
  wizard,
  app: { page },
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Technical view' }).click()
  await wizard.goToSignIn('anna@practice.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  await expect(line(page, 'imap')).toContainText('PLAIN')
  await block(page, 'imap').getByText('Incoming (IMAP)').click()
  await block(page, 'imap').getByRole('combobox', { name: 'Authentication' }).selectOption('LOGIN')
  await block(page, 'imap').getByRole('button', { name: 'Test IMAP again' }).click()
  await expect(line(page, 'imap')).toContainText('LOGIN')
  await expect(wizard.title).toHaveText('Everything works')
  await expect(block(page, 'imap')).toContainText('--user anna@practice.example --auth LOGIN')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Copy report (Markdown)' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
  expect(await copied()).toContain('# Mail account report')
  expect(await copied()).not.toContain('sunflower')
  await page.getByRole('button', { name: 'Copy: Server log, IMAP' }).click()
  await expect.poll(copied).toMatch(/^ +\d+ {2}< \* OK/)
  expect(await copied()).not.toContain('sunflower')
  await page.getByRole('button', { name: 'Copy: openssl IMAP' }).click()
  await expect.poll(copied).toMatch(/^openssl s_client -connect imap\.practice\.example:993 /)
})
