import { expect } from 'playwright/test'
import { startDnsServer } from '../../support/dns-server.ts'
import { test as base } from '../fixtures.ts'

const MX = 'contoso-example.mail.protection.outlook.com'

/** An organisation at Microsoft, and a program registered there. No user signs in: it is about the wait. */
const test = base.extend({
  // eslint-disable-next-line no-empty-pattern -- the runner reads what a fixture needs from this pattern
  launch: async ({}, use) => {
    const dns = await startDnsServer(({ type, name }) =>
      type === 'MX' && name === 'contoso.example'
        ? [{ type: 'MX', name, data: { preference: 0, exchange: MX } }]
        : 'NXDOMAIN',
    )
    await use({ args: ['--dns', dns.address], env: { MAILWRIGHT_OAUTH_MICROSOFT_CLIENT_ID: 'an-id' } })
    await dns.stop()
  },
})

test.skip(process.platform !== 'linux', 'the page would open in the browser of whoever runs this')

test('a user at "Need admin approval" finds the message and the link for their administrator', async ({
  wizard,
}) => {
  await wizard.goToSignIn('anna@contoso.example')
  await wizard.page.getByRole('button', { name: 'Sign in with your browser' }).click()
  const url = new URL(await wizard.authorize.address())
  expect(url.searchParams.get('client_id')).toBe('an-id')
  await wizard.page.getByText('The page says that an administrator must agree?').click()
  await wizard.page.getByRole('button', { name: 'Copy a message for your administrator' }).click()
  const dialog = wizard.page.getByRole('dialog', { name: 'A message for your administrator' })
  await expect(dialog.getByRole('textbox')).toHaveValue(
    /https:\/\/login\.microsoftonline\.com\/contoso\.example\/v2\.0\/adminconsent\?client_id=an-id/,
  )
  await expect(dialog.getByRole('textbox')).toHaveValue(/^Subject: Microsoft: An administrator/)
  await expect(
    dialog.getByRole('link', { name: 'Open as a new message in the mail program' }),
  ).toHaveAttribute('href', /^mailto:\?subject=Microsoft%3A%20An%20administrator[^&]*&body=Hello%2C%0D%0A/)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(wizard.page.getByText('Waiting for you to sign in')).toBeVisible()
})
