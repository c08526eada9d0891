import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Browser } from 'playwright/test'
import { launchStandIn } from '../../support/electron-stand-in/launch.ts'
import { test } from '../fixtures.ts'
import { WizardPages } from '../pages/wizard.ts'

/** The window after the proof, with the folder that the user picks in the dialog. */
async function afterTheProof(browser: Browser, folder: string | null, more: NodeJS.ProcessEnv = {}) {
  const env = folder === null ? more : { ...more, STAND_IN_SAVE_FOLDER: folder }
  const shell = await launchStandIn(browser, ['--practice'], env)
  const wizard = new WizardPages(shell.page)
  await wizard.goToSignIn('anna@practice.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  return { shell, wizard }
}

/** The window at the profile for the iPhone. */
async function atTheFile(browser: Browser, folder: string | null) {
  const window = await afterTheProof(browser, folder)
  await window.wizard.handover.choose('iPhone or iPad')
  return window
}

/** The window at the settings that print on one page. */
async function atThePaper(browser: Browser, folder: string | null, more?: NodeJS.ProcessEnv) {
  const { shell, wizard } = await afterTheProof(browser, folder, more)
  await wizard.handover.choose('On paper')
  return { shell, button: shell.page.getByRole('button', { name: 'Save as PDF' }) }
}

test('a file is written where the dialog says, whole, for its owner alone, and a link is left alone', async ({
  openChromium,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'mailwright-save-'))
  const { shell, wizard } = await atTheFile(await openChromium(), folder)
  await wizard.handover.choose('Save the file')
  await expect(shell.page.getByText('Saved as mail.mobileconfig. Now:')).toBeVisible()
  expect(await readdir(folder), 'nothing else is left beside it').toEqual(['mail.mobileconfig'])
  const file = join(folder, 'mail.mobileconfig')
  const content = await readFile(file, 'utf8')
  expect(content).toContain('<string>imap.practice.example</string>')
  expect(content).toMatch(/<\/plist>\s*$/)
  expect(content).not.toContain('sunflower')
  expect((await stat(file)).mode & 0o077).toBe(0)

  const elsewhere = join(folder, 'elsewhere')
  await rm(file)
  await symlink(elsewhere, file)
  await wizard.handover.choose('Save the file')
  await expect(shell.page.getByText('It was left as it is.')).toBeVisible()
  expect(await readdir(folder)).toEqual(['mail.mobileconfig'])
  await shell.close()
  await rm(folder, { recursive: true })
})

test('a dialog that is closed writes nothing and says nothing', async ({ openChromium }) => {
  const { shell, wizard } = await atTheFile(await openChromium(), null)
  const button = shell.page.getByRole('button', { name: 'Save the file' })
  await button.click()
  await expect(button).toBeEnabled()
  await expect(shell.page.getByText(/^Saved as/)).toHaveCount(0)
  await expect(wizard.title).toContainText('Mail (iPhone, iPad)')
  await shell.close()
})

test('the settings are saved as a PDF of one page where the dialog says, whole, for its owner alone', async ({
  openChromium,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'mailwright-pdf-'))
  const { shell, button } = await atThePaper(await openChromium(), folder)
  await button.click()
  await expect(shell.page.getByText('Saved as mail.pdf.')).toBeVisible()
  expect(await readdir(folder), 'nothing else is left beside it').toEqual(['mail.pdf'])
  const file = join(folder, 'mail.pdf')
  const content = await readFile(file, 'latin1')
  expect(content).toMatch(/^%PDF-/)
  expect(content).toMatch(/%%EOF\s*$/)
  expect(content.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  expect(content, 'A4, in points').toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await shell.page.emulateMedia({ media: 'print' })
  await expect(
    shell.page.getByText('Saved as mail.pdf.'),
    'a second one does not tell of the first',
  ).toBeHidden()
  await shell.page.emulateMedia({ media: null })

  await rm(folder, { recursive: true })
  await button.click()
  await expect(shell.page.getByText(`The folder ${folder} does not exist.`)).toBeVisible()
  await shell.close()
})

test('no PDF is written, and nothing said, where the dialog is closed', async ({ openChromium }) => {
  const { shell, button } = await atThePaper(await openChromium(), null)
  await button.click()
  await expect(button).toBeEnabled()
  await expect(shell.page.getByRole('main').getByRole('status')).toBeEmpty()
  await shell.close()
})

test('a page that cannot be printed is not saved, and that is said', async ({ openChromium }) => {
  const folder = await mkdtemp(join(tmpdir(), 'mailwright-pdf-'))
  const { shell, button } = await atThePaper(await openChromium(), folder, { STAND_IN_PRINTING: 'fails' })
  await button.click()
  await expect(shell.page.getByText('The PDF could not be made.')).toBeVisible()
  expect(await readdir(folder)).toEqual([])
  await shell.close()
  await rm(folder, { recursive: true })
})

test('a message to the provider is opened in the mail program, without a recipient', async ({
  openChromium,
}) => {
  const shell = await launchStandIn(await openChromium(), ['--practice'], {})
  const wizard = new WizardPages(shell.page)
  await wizard.goToSignIn('anna@expired.example')
  await wizard.signIn.test('sunflower')
  await wizard.test.button('Copy a message for your provider').click()
  const dialog = shell.page.getByRole('dialog')
  await expect(dialog.getByRole('link')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Open as a new message in the mail program' }).click()
  await expect.poll(() => shell.opened).toHaveLength(1)
  expect(shell.opened[0]).toMatch(/^mailto:\?subject=IMAP[^&]*&body=[^&]*TLS_EXPIRED[^&]*$/)
  await shell.close()
})
