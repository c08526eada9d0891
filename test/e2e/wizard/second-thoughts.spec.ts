import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'

test('a mistyped address is asked about, and the right one is one click away', async ({ wizard, app }) => {
  await wizard.address.submit('anna@gmial.com')
  await expect(wizard.address.problem).toContainText('Did you mean anna@gmail.com?')
  await wizard.address.takeProposal('anna@gmail.com')
  await expect(app.page.getByRole('main')).toContainText('anna@gmail.com')
})

test('an address the user insists on is not asked about again', async ({ wizard, app }) => {
  await wizard.address.submit('anna@gmial.com')
  await wizard.address.insistOn('anna@gmial.com')
  await expect(app.page.getByRole('main')).toContainText('anna@gmial.com')
  await app.page.getByRole('button', { name: 'Back' }).click()
  await wizard.address.submit('anna@gmial.com')
  await expect(app.page.getByRole('main')).toContainText('anna@gmial.com')
})

test('72: a lookalike is shown in both spellings and goes on only when confirmed', async ({
  wizard,
  app,
}) => {
  await wizard.address.submit('anna@gm\u0430il.com')
  await expect(wizard.address.problem).toContainText('This is not gmail.com')
  await expect(wizard.address.problem).toContainText('xn--gmil-63d.com')
  await wizard.address.insistOn('anna@xn--gmil-63d.com')
  await expect(app.page.getByRole('main')).toContainText('anna@gm\u0430il.com')
})

test('a server of former times is named before the test, and replaced or kept', async ({ wizard }) => {
  const retired = { host: 'imap-mail.outlook.com', port: 993, security: 'SSL/TLS' } as const
  await wizard.address.enterByHand('anna@practice.example')
  await wizard.servers.change('Incoming (IMAP)', retired)
  await expect(wizard.servers.advice).toContainText('Did you mean outlook.office365.com?')
  await wizard.servers.takeAdvice('outlook.office365.com')
  await expect(wizard.servers.card('Incoming (IMAP)')).toContainText('outlook.office365.com')
  await wizard.servers.change('Incoming (IMAP)', retired)
  await wizard.servers.keepTyped()
  await expect(wizard.servers.card('Incoming (IMAP)')).toContainText('imap-mail.outlook.com')
})
