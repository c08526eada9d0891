import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'

const BOUNCE = `From: Mail System <mailer-daemon@mx.example.org>
To: anna@practice.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; bob@gmial.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.net
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b--
`

test('a pasted reply is explained at once, said aloud, and leads to a message to copy', async ({
  wizard,
  app,
}) => {
  await wizard.explain.open()
  await expect(wizard.explain.field).toBeFocused()
  await wizard.explain.paste('552 5.2.2 <bob@example.net>: Mailbox over quota')
  await expect(wizard.explain.answer).toContainText("The recipient's mailbox is full")
  await expect(wizard.explain.answer).toContainText('552 5.2.2 (The mailbox is full.)')
  await expect(wizard.explain.announcement).toContainText("The recipient's mailbox is full")
  await app.page.getByRole('button', { name: 'Copy a message for the recipient' }).click()
  await expect(wizard.explain.message).toHaveValue(/Could you make room in it\?/)
})

test('a bounce is read from a file, and a slip in the address of the recipient is found', async ({
  wizard,
  app,
}) => {
  await wizard.explain.open()
  await wizard.explain.openFile('bounce.eml', BOUNCE)
  await expect(wizard.explain.answer).toContainText('This address does not exist')
  await expect(wizard.explain.answer).toContainText('mx.example.net')
  await app.page.getByRole('button', { name: 'Check the address' }).click()
  await expect(app.page.getByRole('dialog')).toContainText('Did you mean bob@gmail.com?')
})

test('a file dropped on any other page does not make the browser leave it', async ({ wizard }) => {
  await expect(wizard.address.field).toBeVisible()
  expect(await wizard.explain.dropFile('bounce.eml', BOUNCE)).toBe('kept')
})

test('a dropped file does not make the browser leave the page', async ({ wizard }) => {
  await wizard.explain.open()
  await expect(wizard.explain.field).toBeVisible()
  expect(await wizard.explain.dropFile('bounce.eml', BOUNCE)).toBe('kept')
  await expect(wizard.explain.answer).toContainText('This address does not exist')
})

test('typing and the keyboard alone lead from the text to the setup of the account', async ({
  wizard,
  app,
}) => {
  await wizard.explain.open()
  await expect(wizard.explain.field).toBeFocused()
  const { keyboard } = app.page
  await keyboard.type('535 5.7.8 Username and Password not accepted')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(wizard.explain.answer).toContainText('AUTH_REJECTED')
  await app.page.getByRole('button', { name: 'Test the password' }).focus()
  await keyboard.press('Enter')
  await expect(wizard.address.field).toBeFocused()
})

test('a number of a mail program leads to a live test', async ({ wizard, app }) => {
  await wizard.explain.open()
  await wizard.explain.paste("reported error (0x800CCC0E) : 'Cannot connect to server.'")
  await expect(wizard.explain.answer).toContainText('The mail program did not reach the server')
  await expect(app.page.getByText('You pasted')).toBeVisible()
  await app.page.getByRole('button', { name: 'Test the account live' }).click()
  await expect(wizard.address.field).toBeVisible()
})

test('after a test, the page leads back to its result', async ({ wizard, app }) => {
  await wizard.goToSignIn('anna@typo.example')
  await wizard.signIn.test('sunflowre')
  await expect(wizard.test.finding('User name or password is wrong')).toHaveCount(1)
  await wizard.explain.open()
  await wizard.explain.paste('554 5.7.1 Relay access denied')
  await app.page.getByRole('button', { name: 'Check the servers of the account' }).click()
  await expect(wizard.servers.card('Outgoing (SMTP)')).toBeVisible()
})

/** The page fetches what explains a text when it is wanted: its own files by their plain names, and nothing is sent. */
const OWN_FILES = /^http:\/\/127\.0\.0\.1:\d+\/assets\/[\w-]+\.(?:js|css|woff2)$/

test('nothing of the pasted text leaves the page', async ({ wizard, app }) => {
  await app.page.waitForLoadState('networkidle')
  const sent: string[] = []
  app.page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`))
  await wizard.explain.open()
  await wizard.explain.paste(BOUNCE)
  await expect(wizard.explain.answer).toBeVisible()
  await wizard.explain.back()
  await expect(wizard.address.field).toBeVisible()
  expect(sent.filter((line) => !OWN_FILES.test(line.replace(/^GET /, '')))).toEqual([])
})

test('a text without a reason leads to the test that finds it, with the address alone', async ({
  wizard,
  app,
}) => {
  await wizard.explain.open()
  await wizard.explain.paste('Mit dem Server smtp.practice.example konnte keine Mail gesendet werden.')
  await expect(wizard.explain.answer).toContainText('This sentence names no cause')
  await app.page.getByRole('textbox', { name: 'Your email address' }).fill('anna@practice.example')
  await app.page.keyboard.press('Enter')
  await expect(wizard.signIn.field).toBeFocused()
})
