import { readFile } from 'node:fs/promises'
import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'
import type { WizardPages } from '../pages/wizard.ts'

async function prove(wizard: WizardPages): Promise<void> {
  await wizard.goToSignIn('anna@practice.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
}

test('after the proof one press leads to a code for the phone, and a message is the last proof', async ({
  wizard,
}) => {
  await prove(wizard)
  await wizard.handover.question.getByRole('button', { name: 'Android' }).click()
  await expect(wizard.title).toHaveText('anna@practice.example in Thunderbird, K-9 Mail (Android)')
  await expect(wizard.page.getByRole('img', { name: /^QR code with the settings/ })).toBeVisible()
  await wizard.handover.sendTest()
  await expect(wizard.handover.lastProof.getByRole('status')).toContainText('It must now appear in')
  await wizard.page.getByRole('button', { name: 'Back' }).click()
  await expect(wizard.title).toHaveText('Everything works')
  await expect(wizard.test.proof).toContainText('A message you sent to yourself arrived')
})

test('two presses lead to the steps of any program, with every value to be copied', async ({
  wizard,
  app,
}) => {
  await prove(wizard)
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await wizard.handover.choose('Another program')
  await app.page.getByRole('searchbox', { name: 'Search' }).fill('outlook mac')
  await wizard.handover.choose('Outlook (Mac)')
  const steps = app.page.getByRole('region', { name: 'Step by step' })
  await expect(steps.getByRole('listitem').first()).toBeVisible()
  await steps.getByRole('button', { name: 'Copy imap.practice.example' }).click()
  expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe('imap.practice.example')
  const [first] = await steps.getByRole('checkbox').all()
  await first?.check()
  await expect(first ?? steps).toBeChecked()
})

test('a profile for the iPhone is saved without a password in it', async ({ wizard, app }) => {
  await prove(wizard)
  await wizard.handover.choose('iPhone or iPad')
  await expect(app.page.getByText('There is no password in it.')).toBeVisible()
  const downloading = app.page.waitForEvent('download')
  await wizard.handover.choose('Save the file')
  const download = await downloading
  expect(download.suggestedFilename()).toBe('mail.mobileconfig')
  const content = await readFile(await download.path(), 'utf8')
  expect(content).toContain('<string>imap.practice.example</string>')
  expect(content).not.toContain('sunflower')
  await expect(app.page.getByText(/It is called unverified/)).toBeVisible()
})

test('an account that was saved can still be handed over and proved', async ({ wizard }) => {
  await prove(wizard)
  await wizard.test.save()
  await expect(wizard.done.title).toBeVisible()
  await wizard.handover.choose('iPhone or iPad')
  await wizard.handover.sendTest()
  await expect(wizard.handover.lastProof.getByRole('status')).toContainText('It must now appear in')
})

test('of a partial proof only what works is handed over, and a program that needs more says so', async ({
  wizard,
  app,
}) => {
  await wizard.goToSignIn('anna@hotel.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.test.finding('This network blocks port 587')).toBeVisible()
  await expect(app.page.getByText('Only what was proved is handed over: Incoming (IMAP).')).toBeVisible()
  await wizard.handover.choose('Another program')
  await wizard.handover.choose('msmtp')
  await expect(app.page.getByText('msmtp cannot take this setup that way')).toBeVisible()
  await expect(app.page.getByText('msmtp needs a server for outgoing mail (SMTP).')).toBeVisible()
})

test('the settings print on one page, without buttons and without a password', async ({ wizard, app }) => {
  await prove(wizard)
  await wizard.handover.choose('On paper')
  await expect(app.page.getByRole('button', { name: 'Print' })).toBeVisible()
  await expect(
    app.page.getByRole('button', { name: 'Save as PDF' }),
    'a browser does that itself',
  ).toHaveCount(0)
  await app.page.emulateMedia({ media: 'print' })
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(app.page.getByRole('button')).toHaveCount(0)
  await expect(app.page.getByRole('banner')).toBeHidden()
  const paper = (await app.page.pdf({ format: 'A4' })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})
