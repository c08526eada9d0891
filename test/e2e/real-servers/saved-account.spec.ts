import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Browser } from 'playwright/test'
import { launchBrowserHost } from '../launchers/browser-host.ts'
import type { LaunchOptions, RunningApp } from '../launchers/launcher.ts'
import { WizardPages } from '../pages/wizard.ts'
import type { KeyringSession } from '../../support/real/keyring-session.ts'
import { ANNA } from '../../support/real/mail-pair.ts'
import { missing, test } from './real-world.ts'

test.skip(missing, 'Dovecot, Postfix or the keyring is not installed')

interface Opened {
  readonly app: RunningApp
  readonly wizard: WizardPages
}

async function open(browser: Browser, options: LaunchOptions): Promise<Opened> {
  const app = await launchBrowserHost(browser, options)
  return { app, wizard: new WizardPages(app.page) }
}

async function saveAndClose({ app, wizard }: Opened, goToSignIn: (wizard: WizardPages) => Promise<void>) {
  await goToSignIn(wizard)
  await wizard.signIn.test(ANNA.password)
  await expect(wizard.title).toHaveText('Everything works')
  await wizard.test.save()
  await expect(wizard.done.title).toBeVisible()
  await app.close()
}

const listOf = ({ env }: KeyringSession) =>
  readFile(join(env['XDG_DATA_HOME'] ?? '', 'mailwright', 'accounts.json'), 'utf8')

test('saved, closed and opened again, one click proves the account, and no file knows the password', async ({
  openChromium,
  launch,
  goToSignIn,
  keyring,
}) => {
  await saveAndClose(await open(await openChromium(), launch), goToSignIn)
  const { app, wizard } = await open(await openChromium(), launch)
  const frames: string[] = []
  app.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(String(payload))),
  )
  await expect(wizard.address.savedAccount(ANNA.name)).toContainText('Password in the system keyring.')
  await wizard.address.testAgain(ANNA.name)
  await expect(wizard.title).toHaveText('Everything works')
  await expect(wizard.page.getByText('Nothing has changed on the servers.')).toBeVisible()
  const seen = [await listOf(keyring), app.output(), frames.join('\n'), await app.page.content()].join('\n')
  for (const form of [ANNA.password, JSON.stringify(ANNA.password).slice(1, -1)])
    expect(seen).not.toContain(form)
  await app.close()
})

test('with the keyring locked since then the reason is said, and the password can be typed', async ({
  openChromium,
  launch,
  goToSignIn,
  keyring,
}) => {
  await saveAndClose(await open(await openChromium(), launch), goToSignIn)
  const { app, wizard } = await open(await openChromium(), { ...launch, wrap: keyring.wrapLocked })
  await wizard.address.testAgain(ANNA.name)
  const trouble = wizard.address.savedAccount(ANNA.name).getByRole('alert')
  await expect(trouble).toContainText('The system keyring is locked')
  await expect(trouble).toContainText('Nothing was sent to any server.')
  await wizard.page.getByRole('button', { name: 'Type the password' }).click()
  await wizard.signIn.test(ANNA.password)
  await expect(wizard.title).toHaveText('Everything works')
  await app.close()
})
