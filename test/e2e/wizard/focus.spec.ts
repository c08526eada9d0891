import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'

test('the focus is never left with the page as a whole', async ({ wizard, app }) => {
  const focused = () => app.page.evaluate(() => document.activeElement?.tagName ?? 'none')
  await wizard.goToSignIn('anna@hotel.example')
  await wizard.signIn.test('sunflower')
  await wizard.test.stop()
  await expect(wizard.title).toHaveText('The test was stopped')
  expect(await focused(), 'after Stop').not.toBe('BODY')
  await app.page.getByRole('contentinfo').getByRole('button', { name: 'Test again' }).click()
  await expect(wizard.test.finding('This network blocks port 587')).toBeVisible()
  expect(await focused(), 'after testing again').not.toBe('BODY')
  await wizard.test.button('Use port 465 and test again').click()
  await expect(wizard.signIn.field).toBeVisible()
  expect(await focused(), 'after another port').not.toBe('BODY')
  await wizard.signIn.testOtherServers('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  await wizard.test.button('Send myself a test message').click()
  await expect(wizard.test.proof).toContainText(/A message you sent to yourself arrived/)
  expect(await focused(), 'after sending a message').not.toBe('BODY')
})

test('a result leads back to its settings, and a password is asked for under them', async ({ wizard }) => {
  await wizard.goToSignIn('anna@practice.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  await wizard.test.button('Change the settings').click()
  await expect(wizard.servers.heading).toBeVisible()
  await expect(wizard.signIn.field).toHaveValue('')
})
