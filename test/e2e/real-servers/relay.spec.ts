import { expect } from 'playwright/test'
import { ANNA } from '../../support/real/mail-pair.ts'
import { missing, test } from './real-world.ts'

test.skip(missing, 'Dovecot, Postfix or the keyring is not installed')

test('a mailbox with a password sends by way of a relay without one', async ({
  wizard,
  typeRelay,
  keyring,
}) => {
  await typeRelay(wizard)
  await expect(wizard.servers.card('Outgoing (SMTP)')).toContainText('Without sign-in')
  await wizard.servers.confirm()
  await expect(wizard.page.getByRole('button', { name: 'Sign in to localhost' })).toBeVisible()
  await wizard.signIn.test(ANNA.password)
  await expect(wizard.title).toHaveText('Everything works')
  await expect(wizard.test.proof).toContainText('Sending works without a password')
  await wizard.test.save()
  await expect(wizard.done.title).toBeVisible()
  await expect(wizard.page.getByText('Authentication')).toHaveCount(1)
  expect(await keyring.lookUp('Mailwright', `${ANNA.name}/password`)).toBe(ANNA.password)
})

test('where no server wants a sign-in no password is asked for, and none is kept', async ({
  wizard,
  typeRelay,
  keyring,
}) => {
  await typeRelay(wizard)
  await wizard.servers.leaveOut('Incoming (IMAP)')
  await wizard.servers.leaveOut('Incoming (POP3)')
  await wizard.servers.confirm()
  await expect(wizard.title).toHaveText('Everything works')
  await wizard.page.getByRole('button', { name: 'Save account', exact: true }).click()
  await expect(wizard.page.getByText('There is no password to save')).toBeVisible()
  expect(await keyring.lookUp('Mailwright', `${ANNA.name}/password`)).toBe('')
})
