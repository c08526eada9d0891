import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailwright-profile-'))
test.use({ launch: { args: ['--practice'], env: { TMPDIR: folder } } })
test.afterAll(() => rmSync(folder, { recursive: true }))

const PREFS = '// Mozilla User Preferences\n\nuser_pref("mail.spam.version", 1);\n'

/** The home of the practice mode, with a profile that was used before. */
async function profileOf(): Promise<string> {
  const home = (await readdir(folder)).find((name) => name.startsWith('mailwright-practice-')) ?? ''
  const root = join(folder, home, '.thunderbird')
  const profile = join(root, 'anna.default')
  await mkdir(profile, { recursive: true })
  await writeFile(
    join(root, 'profiles.ini'),
    '[Profile0]\nName=default\nIsRelative=1\nPath=anna.default\nDefault=1\n',
  )
  await writeFile(join(profile, 'prefs.js'), PREFS)
  return profile
}

/** Holds the lock that Thunderbird has while it is open; the answer gives it up. */
async function lockAsOpen(profile: string): Promise<() => Promise<void>> {
  const child = spawn('flock', [join(profile, '.parentlock'), '--command', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  await once(child.stdout, 'data')
  return async () => {
    child.stdin.end()
    await once(child, 'exit')
  }
}

test('two presses put the account into Thunderbird, once it is closed, and one takes it back', async ({
  wizard,
  app,
}) => {
  test.skip(process.platform !== 'linux', 'a profile is locked in another way there')
  const profile = await profileOf()
  const close = await lockAsOpen(profile)
  await wizard.goToSignIn('anna@practice.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  await wizard.handover.question.getByRole('button', { name: 'Thunderbird' }).click()
  await expect(app.page.getByText('Close Thunderbird first.')).toBeVisible()
  expect(await readFile(join(profile, 'prefs.js'), 'utf8')).toBe(PREFS)

  await close()
  await wizard.handover.choose('Add the account to Thunderbird')
  await expect(app.page.getByText(/^The account is in Thunderbird\./)).toBeVisible()
  const written = await readFile(join(profile, 'prefs.js'), 'utf8')
  expect(written).toContain('"imap.practice.example"')
  expect(written).toContain('user_pref("mail.spam.version", 1);')
  expect(written).not.toContain('sunflower')

  await wizard.handover.choose('Undo')
  await expect(app.page.getByText('The settings of Thunderbird are as they were before.')).toBeVisible()
  expect(await readFile(join(profile, 'prefs.js'), 'utf8')).toBe(PREFS)
})
