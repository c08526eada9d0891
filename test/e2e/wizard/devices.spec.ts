import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'

test('a printer: found by its name, its values in its own words, and their test from here', async ({
  wizard,
  app: { page },
}) => {
  await page.getByRole('button', { name: 'A printer or other device should send mail' }).click()
  await expect(wizard.title).toHaveText('What should send mail?')
  await page.getByRole('searchbox', { name: 'Device or program' }).fill('kyocra')
  await page.keyboard.press('Enter')
  await expect(wizard.title).toContainText('Kyocera')
  await expect(page.getByText('The sender address is missing or not accepted.')).toBeVisible()

  await page.getByLabel('Which address does it send from?').fill('anna@practice.example')
  await page.keyboard.press('Enter')
  const values = page.getByRole('region', { name: 'Enter in the device' }).first()
  await expect(values).toContainText('Command Center RX > Function Settings > E-mail > SMTP')
  await expect(values).toContainText('SMTP Server Name')
  await expect(values.getByRole('button', { name: 'Copy smtp.practice.example' })).toBeVisible()

  await page.getByRole('button', { name: 'Test these settings from this computer' }).first().click()
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  await expect(page.locator('[data-protocol="imap"]')).toHaveCount(0)

  await page.goBack()
  await page.goBack()
  await expect(wizard.title).toContainText('Kyocera')
  await expect(values).toContainText('smtp.practice.example')
})

test('another device: the ways of its provider, and a message for the administrator', async ({
  wizard,
  app: { page },
}) => {
  await page.getByRole('button', { name: 'A printer or other device should send mail' }).click()
  await page.getByRole('button', { name: 'Another device or program' }).click()
  await page.getByLabel('Which address does it send from?').fill('anna@hotel.example')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^How the device can send with/ })).toBeVisible()
  await page.getByText('One other way').click()
  await page.getByRole('button', { name: 'Message to the administrator' }).click()
  await expect(page.getByRole('dialog')).toContainText('SMTP2GO')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByLabel('Which address does it send from?').fill('anna')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('The @ is missing')
  await expect(wizard.title).toHaveText('Another device or program')

  // The texts of these screens are a file of their own in every language.
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de')
  await expect(wizard.title).toHaveText('Ein anderes Gerät oder Programm')
  await page.getByRole('button', { name: 'Zurück' }).click()
  await expect(wizard.title).toHaveText('Was soll Mails senden?')
})
