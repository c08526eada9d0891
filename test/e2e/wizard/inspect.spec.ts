import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { thunderbirdHome } from '../../support/thunderbird-home.ts'
import { test } from '../fixtures.ts'

// One after the other: the folder goes with the last of them.
test.describe.configure({ mode: 'default' })
const folder = mkdtempSync(join(tmpdir(), 'mailwright-inspect-page-'))
test.use({ launch: { args: ['--practice'], env: { TMPDIR: folder } } })
test.afterAll(() => rmSync(folder, { recursive: true }))

/** The home of the practice mode that runs now: the one that an earlier test has left is gone. */
async function practiceHome(): Promise<string> {
  const home = (await readdir(folder)).find((name) => name.startsWith('mailwright-practice-')) ?? ''
  return join(folder, home)
}

test('a program that does not send: the first cause, what to change and where, and then it works', async ({
  wizard,
  app,
}) => {
  const home = await practiceHome()
  await thunderbirdHome(home, { 'mail.smtpserver.smtp1.authMethod': '1' })
  await wizard.inspect.open()
  await expect(wizard.title).toHaveText('Which account does not work?')
  await wizard.inspect.test('anna@practice.example', 'Thunderbird')
  await expect(wizard.inspect.row('Outgoing (SMTP)')).toContainText('No authentication')
  await wizard.signIn.test('sunflower')

  await expect(wizard.title).toHaveText('Thunderbird does not sign in to send')
  await expect(wizard.inspect.cause).toContainText('Open ☰ > Account Settings > Outgoing Server (SMTP)')
  await expect(wizard.inspect.cause.getByRole('button', { name: 'Copy Normal password' })).toBeVisible()
  await expect(wizard.title).toBeFocused()

  await thunderbirdHome(home)
  await wizard.inspect.again()
  // Another server gets it now: it is asked for, with both in view.
  await expect(
    app.page.getByRole('button', { name: 'Sign in to imap.practice.example and smtp.practice.example' }),
  ).toBeVisible()
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('This account works as it is set up')

  await app.page.getByRole('button', { name: 'Back' }).click()
  await expect(wizard.title).toHaveText('Which account does not work?')
})

test('a wrong port is changed in the program, works then, and is put back', async ({ wizard, app }) => {
  const home = await practiceHome()
  await thunderbirdHome(home, { 'mail.server.server1.port': '1993' })
  const prefs = () => readFile(join(home, '.thunderbird/anna.default/prefs.js'), 'utf8')
  const before = await prefs()
  await wizard.inspect.open()
  await wizard.inspect.test('anna@practice.example', 'Thunderbird')
  await wizard.inspect.change('Thunderbird')
  await expect(wizard.inspect.lines).toContainText('user_pref("mail.server.server1.port", 993);')
  expect(await prefs()).toBe(before)
  await wizard.inspect.write('Thunderbird')
  await expect(app.page.getByText('The settings of Thunderbird are changed.')).toBeVisible()
  await expect(wizard.inspect.row('Incoming (IMAP)')).toContainText(/Port\s*993/)
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('This account works as it is set up')

  await app.page.getByRole('button', { name: 'Undo the change' }).click()
  await expect(app.page.getByText('The settings of Thunderbird are as they were before.')).toBeVisible()
  expect(await prefs()).toBe(before)
})

test('a program that was not found: its file is dropped, and the account set up anew', async ({
  wizard,
  app,
}) => {
  await writeFile(join(folder, 'export.reg'), REGISTRY, 'utf16le')
  await wizard.inspect.open()
  await app.page.locator('input[type="file"]').setInputFiles(join(folder, 'export.reg'))
  await wizard.inspect.test('anna@practice.example', 'Outlook (classic)')
  await expect(wizard.inspect.row('Incoming (IMAP)')).toContainText('imap.practice.example')
  await app.page.getByRole('button', { name: 'Only check the servers (no password)' }).click()
  await expect(wizard.title).toHaveText('No wrong setting was found')
  await app.page.getByRole('button', { name: 'Set up this account anew' }).click()
  await expect(wizard.servers.heading).toBeVisible()
  await app.page.reload()
  await expect(wizard.servers.heading).toBeVisible()
})

/** As the Registry Editor writes it, with the mark of the byte order. */
const REGISTRY = `\uFEFFWindows Registry Editor Version 5.00

[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles\\Outlook\\9375CFF0413111d3B88A00104B2A6676\\00000002]
"Account Name"="anna@practice.example"
"Email"="anna@practice.example"
"IMAP Server"="imap.practice.example"
"IMAP User"="anna@practice.example"
"IMAP Port"=dword:000003e1
"IMAP Use SSL"=dword:00000001
"SMTP Server"="smtp.practice.example"
"SMTP Port"=dword:000001d1
"SMTP Use SSL"=dword:00000001
"SMTP Use Auth"=dword:00000001
`.replaceAll('\n', '\r\n')
