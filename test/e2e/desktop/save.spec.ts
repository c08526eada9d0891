import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Browser } from 'playwright/test'
import { launchStandIn } from '../../support/electron-stand-in/launch.ts'
import { test } from '../fixtures.ts'
import { WizardPages } from '../pages/wizard.ts'

/** The window at the profile for the iPhone, with the folder that the user picks in the dialog. */
async function atTheFile(browser: Browser, folder: string | null) {
  const env = folder === null ? {} : { STAND_IN_SAVE_FOLDER: folder }
  const shell = await launchStandIn(browser, ['--practice'], env)
  const wizard = new WizardPages(shell.page)
  await wizard.goToSignIn('anna@practice.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  await wizard.handover.choose('iPhone or iPad')
  return { shell, wizard }
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
