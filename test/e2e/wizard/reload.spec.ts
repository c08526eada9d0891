import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'

declare global {
  var leftBehind: string
}

/** What the page before has left in the storage of this tab, seen before this one takes it. */
function noteLeftBehind(): void {
  globalThis.leftBehind = JSON.stringify(Object.entries(sessionStorage))
}

test('nothing that was typed is lost by loading the page again or by the Back of the browser', async ({
  wizard,
  app,
}) => {
  const server = wizard.servers.fields('Outgoing (SMTP)').getByRole('textbox', { name: 'Server' })
  await wizard.address.enterByHand('anna@practice.example')
  await server.fill('mail.practice.example')
  await app.page.reload()
  await expect(server).toHaveValue('mail.practice.example')
  await app.page.reload()
  await expect(server).toHaveValue('mail.practice.example')
  await app.page.goBack()
  await expect(wizard.address.field).toHaveValue('anna@practice.example')
  await wizard.address.enterByHand('anna@practice.example')
  await expect(server).toHaveValue('mail.practice.example')
})

test('what is being typed into the first field is there again', async ({ wizard, app }) => {
  await wizard.address.field.fill('anna@practice.exam')
  await app.page.reload()
  await expect(wizard.address.field).toHaveValue('anna@practice.exam')
  await wizard.address.field.press('End')
  await app.page.keyboard.type('ple')
  await app.page.keyboard.press('Enter')
  await expect(wizard.signIn.field).toBeFocused()
})

test('a result that is loaded again is its settings, without the password', async ({ wizard, app }) => {
  await app.page.addInitScript(noteLeftBehind)
  await wizard.goToSignIn('anna@practice.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  await app.page.reload()
  await expect(wizard.servers.card('Incoming (IMAP)')).toContainText('imap.practice.example')
  await expect(wizard.signIn.field).toHaveValue('')
  const left = await app.page.evaluate(() => globalThis.leftBehind)
  expect(left).toContain('imap.practice.example')
  expect(left).not.toContain('sunflower')
  expect(
    await app.page.evaluate(() => sessionStorage.length),
    'nothing lies there while the page is open',
  ).toBe(0)
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
})

test('the Back of the browser ends a test and goes back to its settings', async ({ wizard, app }) => {
  await wizard.goToSignIn('anna@hotel.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Testing anna@hotel.example')
  await app.page.goBack()
  await expect(wizard.signIn.field).toHaveValue('')
  await app.page.goBack()
  await expect(wizard.address.field).toHaveValue('anna@hotel.example')
})

test('another tab at the same address has no program behind it, and says so', async ({ app }) => {
  const other = await app.page.context().newPage()
  await other.goto(new URL('/', app.page.url()).href)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This page has no running program')
  await expect(other.getByText('Start Mailwright and open the link it prints.')).toBeVisible()
})
