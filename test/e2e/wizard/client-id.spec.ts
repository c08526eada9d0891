import { expect } from 'playwright/test'
import { startDnsServer } from '../../support/dns-server.ts'
import { test as base } from '../fixtures.ts'

const MX = 'contoso-example.mail.protection.outlook.com'
const ID = '1b2c3d4e-0000-4abc-8def-0123456789ab'

/** An organisation at Microsoft where Mailwright is not registered. The issuer has no address here. */
const test = base.extend({
  // eslint-disable-next-line no-empty-pattern -- the runner reads what a fixture needs from this pattern
  launch: async ({}, use) => {
    const dns = await startDnsServer(({ type, name }) =>
      type === 'MX' && name === 'contoso.example'
        ? [{ type: 'MX', name, data: { preference: 0, exchange: MX } }]
        : 'NXDOMAIN',
    )
    await use({ args: ['--dns', dns.address] })
    await dns.stop()
  },
})

test('a technician finds the instructions, and the ID is checked and kept', async ({ wizard }) => {
  const { page } = wizard
  const open = async () => {
    await wizard.address.submit('anna@contoso.example')
    await page.getByText('For technicians: sign in with a client ID').click()
  }
  await open()
  const field = page.getByLabel('Client ID')
  await field.fill('contoso')
  await expect(page.getByText('This is no client ID')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save this ID' })).toBeDisabled()
  await field.fill(ID)
  await page.getByRole('button', { name: 'Ask Microsoft about this ID' }).click()
  await expect(page.getByText('Microsoft could not be reached.')).toBeVisible()
  await page.getByRole('button', { name: 'Save this ID for the next time' }).click()
  await expect(page.getByText('Saved on this computer.')).toBeVisible()
  await page.getByRole('button', { name: 'Instructions for your administrator' }).click()
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue(
    new RegExp(String.raw`^Subject: .*\n[^]*contoso\.example/v2\.0/adminconsent\?client_id=${ID}&`),
  )
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Back' }).click()
  await open()
  await expect(page.getByLabel('Client ID')).toHaveValue(ID)
})
