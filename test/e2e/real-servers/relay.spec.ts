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
  await expect(wizard.servers.card('Sending')).toContainText('Nobody signs in here')
  await wizard.servers.confirm()
  await expect(wizard.page.getByText('It goes to localhost and to nobody else.')).toBeVisible()
  await wizard.signIn.test(ANNA.password)
  await expect(wizard.title).toHaveText('Everything works')
  await expect(wizard.test.proof).toContainText('Sending works without a password')
  await wizard.test.save()
  await expect(wizard.done.title).toBeVisible()
  await expect(wizard.page.getByText('Authentication')).toHaveCount(1)
  expect(await keyring.lookUp('Mailwright', `${ANNA.name}/password`)).toBe(ANNA.password)
})

test('where nobody signs in anywhere no password is asked for, and none is kept', async ({
  wizard,
  typeRelay,
  keyring,
}) => {
  await typeRelay(wizard)
  await wizard.servers.leaveOut('Receiving')
  await wizard.servers.leaveOut('Receiving (POP)')
  await wizard.servers.confirm()
  await expect(wizard.title).toHaveText('Everything works')
  await wizard.page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(wizard.page.getByText('There is no password to keep')).toBeVisible()
  expect(await keyring.lookUp('Mailwright', `${ANNA.name}/password`)).toBe('')
})
