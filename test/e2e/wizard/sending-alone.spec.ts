import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'

test('an account that only sends is set up, and a message goes to an address that was typed', async ({
  wizard,
}) => {
  await wizard.address.submit('anna@practice.example')
  await wizard.account.tile('Another service sends for me').check()
  await wizard.account.tile('Another server').check()
  await wizard.account.goOn()
  await wizard.servers.change('Outgoing (SMTP)', {
    host: 'smtp.practice.example',
    port: 587,
    security: 'STARTTLS',
  })
  await wizard.servers.confirm()
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  await expect(wizard.test.lane('imap')).toHaveCount(0)
  await wizard.test.button('Send it to another address').click()
  const recipient = wizard.page.getByRole('textbox', { name: 'Recipient' })
  await recipient.fill('no address')
  await wizard.page.getByRole('button', { name: 'Send to this address' }).click()
  await expect(wizard.page.getByText('This is not an email address.')).toBeVisible()
  await recipient.fill('ben@practice.example')
  await wizard.page.getByRole('button', { name: 'Send to this address' }).click()
  await expect(wizard.test.proof).toContainText('The server accepted a message to ben@practice.example')
})

test('a service that sends is picked by its name, and brings its server', async ({ wizard }) => {
  await wizard.address.submit('anna@practice.example')
  await wizard.account.tile('Another service sends for me').check()
  await wizard.account.tile('SendGrid').check()
  await expect(wizard.servers.card('Outgoing (SMTP)')).toContainText('smtp.sendgrid.net')
})

test('a program on this computer that is not running is asked to be started', async ({ wizard }) => {
  await wizard.address.submit('anna@practice.example')
  await wizard.account.tile('Bridge on this computer').check()
  await expect(wizard.servers.card('Incoming (IMAP)')).toContainText('127.0.0.1')
  await wizard.servers.confirm()
  await wizard.signIn.test('sunflower')
  await expect(wizard.test.finding('No program on port 1143 of this computer')).toBeVisible()
  const start = wizard.test.card('imap').getByRole('button').first()
  await expect(start).toHaveText('I have started the program, test again')
})
