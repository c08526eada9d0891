import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'
import type { WizardPages } from '../pages/wizard.ts'

const ANNA = 'anna@practice.example'

async function saveAccount(wizard: WizardPages): Promise<void> {
  await wizard.goToSignIn(ANNA)
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  await wizard.test.save()
  await wizard.done.setUpAnother()
  await expect(wizard.address.savedAccount(ANNA)).toContainText('Password in the practice keychain.')
}

test('a saved account is tested with one click, and nothing has changed', async ({ wizard }) => {
  await saveAccount(wizard)
  await wizard.address.testAgain(ANNA)
  await expect(wizard.title).toHaveText('Everything works')
  const since = wizard.page.getByRole('region', { name: /^What has changed since/ })
  await expect(since).toContainText('Nothing has changed on the servers.')
  await expect(wizard.test.button(/^Save (?!a report)/)).toHaveCount(0)
  await wizard.test.button('Back to my accounts').click()
  await expect(wizard.address.savedAccount(ANNA)).toBeVisible()
})

test('its servers can be changed, everything filled in, and saving replaces it', async ({ wizard }) => {
  await saveAccount(wizard)
  await wizard.address.change(ANNA)
  await expect(wizard.title).toContainText(ANNA)
  await expect(wizard.servers.card('Outgoing (SMTP)')).toContainText('smtp.practice.example')
  await expect(wizard.servers.card('Outgoing (SMTP)')).toContainText(
    'You confirmed this when you saved the account.',
  )
  await wizard.servers.change('Outgoing (SMTP)', {
    host: 'smtp.practice.example',
    port: 587,
    security: 'STARTTLS',
  })
  await wizard.servers.confirm()
  await wizard.signIn.testOtherServers('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  await wizard.test.save()
  await expect(wizard.done.title).toBeVisible()
  await wizard.done.setUpAnother()
  await expect(wizard.address.savedAccount(ANNA)).toHaveCount(1)
  await wizard.address.change(ANNA)
  await expect(wizard.servers.card('Outgoing (SMTP)')).toContainText('587')
})

test('it is removed with its password, which is said', async ({ wizard }) => {
  await saveAccount(wizard)
  await wizard.address.forget(ANNA)
  await expect(wizard.page.getByRole('status').filter({ hasText: 'is removed' })).toContainText(
    'its password is deleted from the keychain',
  )
  await expect(wizard.address.savedAccount(ANNA)).toHaveCount(0)
})

test('without a saved password it is typed, and saving keeps the new one', async ({ wizard }) => {
  await wizard.goToSignIn(ANNA)
  await wizard.signIn.test('sunflower')
  await wizard.test.saveWithoutPassword()
  await wizard.done.setUpAnother()
  await wizard.address.testAgain(ANNA)
  await expect(wizard.page.getByText('The password of this account is not saved here.')).toBeVisible()
  await wizard.signIn.test('sunflower')
  await wizard.test.save()
  await wizard.done.setUpAnother()
  await wizard.address.testAgain(ANNA)
  await expect(wizard.title).toHaveText('Everything works')
})

test('two passwords are taken where sending has its own, and an empty one is asked for', async ({
  wizard,
}) => {
  await wizard.goToSignIn(ANNA)
  await wizard.page.getByLabel('Outgoing mail has another password').check()
  await wizard.signIn.test('sunflower')
  await expect(wizard.signIn.field, 'nothing is sent').toBeVisible()
  await wizard.page.getByLabel('Password for outgoing mail').fill('not it')
  await wizard.signIn.test('sunflower')
  await expect(wizard.test.lane('imap')).toContainText('Works')
  await expect(wizard.test.finding('User name or password is wrong')).toHaveCount(1)
  await expect(wizard.page.locator('input[name="sending-password"]')).toBeVisible()
  await expect(wizard.signIn.field, 'the password of the other server is not asked for again').toHaveCount(0)
})

test('refused passwords are counted, and before one too many it is asked, never forbidden', async ({
  wizard,
}) => {
  await wizard.goToSignIn('anna@typo.example')
  for (const [index, password] of ['one', 'two', 'three'].entries()) {
    await wizard.signIn.test(password)
    const count = index === 0 ? 'A password was refused since' : `${index + 1} passwords were refused since`
    await expect(wizard.page.getByText(count)).toBeVisible()
  }
  await wizard.signIn.field.fill('sunflower')
  await wizard.page.getByRole('button', { name: 'Test anyway' }).click()
  await expect(wizard.title).toHaveText('Everything works')
})
