import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'

test('a server that was taken for a relay wants a sign-in after all, and gets one', async ({ wizard }) => {
  await wizard.address.submit('anna@practice.example')
  await expect(wizard.servers.card('Outgoing (SMTP)')).not.toContainText('Without sign-in')
  await wizard.servers.change('Outgoing (SMTP)', {
    host: 'smtp.practice.example',
    port: 587,
    security: 'STARTTLS',
    signIn: 'none',
  })
  await wizard.servers.confirm()
  await expect(
    wizard.page.getByRole('button', { name: 'Sign in to imap.practice.example', exact: true }),
  ).toBeVisible()
  await wizard.signIn.test('sunflower')
  await expect(wizard.test.finding('smtp.practice.example requires you to sign in')).toBeVisible()
  await expect(wizard.test.card('smtp')).toContainText('Your password was not sent.')
  await expect(wizard.test.lane('imap')).toContainText('Works')
  await wizard.test.button('Sign in to this server').click()
  await expect(wizard.servers.relayBox).not.toBeChecked()
  await wizard.servers.apply.click()
  await wizard.servers.confirm()
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  await expect(wizard.test.proof).toContainText('the server accepted your name and password')
})

test('only sending can be without a password', async ({ wizard }) => {
  await wizard.address.enterByHand('anna@practice.example')
  await wizard.servers.fields('Outgoing (SMTP)').waitFor()
  await expect(wizard.servers.relayBox).toHaveCount(1)
  await expect(wizard.servers.fields('Incoming (IMAP)').getByRole('checkbox')).toHaveCount(0)
})
