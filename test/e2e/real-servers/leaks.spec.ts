import { expect, type Page } from 'playwright/test'
import { canaryOf } from '../../support/canary.ts'
import { hostIn, leaksInFolders, leaksInProcesses } from '../../support/leak-scan.ts'
import { ANNA } from '../../support/real/mail-pair.ts'
import { startHost } from '../launchers/browser-host.ts'
import { WizardPages } from '../pages/wizard.ts'
import { missing, test } from './real-world.ts'

test.skip(missing || process.platform !== 'linux', 'Dovecot, Postfix or the keyring is not installed')

const canary = canaryOf(ANNA.password)

/** What the engine tells the page, and all the page holds. */
function listenTo(page: Page) {
  const frames: string[] = []
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))))
  return async () => [await page.content(), ...frames].join('\n')
}

test('a password is found nowhere while it is proved, saved, opened again and used, nor when the host is killed', async ({
  openChromium,
  launch,
  goToSignIn,
  keyring,
}) => {
  const home = keyring.env['HOME'] ?? ''
  const browser = await openChromium()
  const host = await startHost(launch)
  const page = await browser.newPage({ locale: 'en-US' })
  const heard = listenTo(page)
  await page.goto(host.link)
  const wizard = new WizardPages(page)
  await goToSignIn(wizard)
  const signingIn = wizard.signIn.test(ANNA.password)
  expect(await leaksInProcesses(home, canary), 'while it signs in').toEqual([])
  await signingIn
  await expect(wizard.title).toHaveText('Everything works')
  await wizard.test.button('Technical view').click()
  await wizard.test.save()
  await expect(wizard.done.title).toBeVisible()
  await wizard.done.setUpAnother()
  await wizard.address.testAgain(ANNA.name)
  await expect(wizard.title).toHaveText('Everything works')
  expect(await leaksInProcesses(home, canary), 'while it is open').toEqual([])
  expect(canary.formsIn(await heard()), 'in the page, and in what the engine says').toEqual([])
  expect(await leaksInProcesses(home, canaryOf(home)), 'the scan sees what processes show').not.toEqual([])
  process.kill(await hostIn(home), 'SIGABRT')
  await host.ended
  expect(canary.formsIn(host.output()), 'in what the program prints, to its end').toEqual([])
  expect(await leaksInFolders([home], canary), 'in the files it leaves behind').toEqual([])
  await page.close()
})
