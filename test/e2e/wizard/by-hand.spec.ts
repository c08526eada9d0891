import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'

const SHEET = `Posteingang (IMAP): imap.practice.example, Port 993, SSL/TLS
Postausgang (SMTP): smtp.practice.example, Port 587, STARTTLS
Benutzername: Ihre vollständige E-Mail-Adresse`

test("a provider's text, Enter, the password, Enter", async ({ wizard, app }) => {
  const { keyboard } = app.page
  await wizard.address.enterByHand('anna@practice.example')
  const server = wizard.servers.fields('Incoming (IMAP)').getByRole('textbox', { name: 'Server' })
  await expect(server).toBeFocused()
  await expect(server).toHaveValue('')
  await wizard.servers.pasteSheet(SHEET)
  await expect(server).toHaveValue('imap.practice.example')
  const sending = wizard.servers.fields('Outgoing (SMTP)')
  await expect(sending.getByRole('textbox', { name: 'Port' })).toHaveValue('587')
  await expect(sending.getByRole('radio', { name: 'STARTTLS' })).toBeChecked()
  await expect(sending.getByRole('textbox', { name: 'User name' })).toHaveValue('anna@practice.example')
  await server.press('Enter')
  await expect(wizard.signIn.field).toBeFocused()
  await keyboard.type('sunflower')
  await keyboard.press('Enter')
  await expect(wizard.title).toHaveText('Everything works')
})

test('nothing that was typed is lost by opening another row or by going back', async ({ wizard, app }) => {
  await wizard.address.enterByHand('anna@practice.example')
  const rows = ['Incoming (IMAP)', 'Outgoing (SMTP)'] as const
  for (const row of rows)
    await wizard.servers.fields(row).getByRole('textbox', { name: 'Server' }).fill('mail.practice.example')
  await app.page.getByRole('button', { name: 'Change: Incoming (POP3)' }).click()
  await app.page.getByRole('button', { name: 'Back' }).click()
  await wizard.address.enterByHand('anna@practice.example')
  for (const row of rows)
    await expect(wizard.servers.fields(row).getByRole('textbox', { name: 'Server' })).toHaveValue(
      'mail.practice.example',
    )
  await expect(wizard.servers.fields('Incoming (POP3)')).toBeVisible()
})
