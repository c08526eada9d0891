import { expect } from 'playwright/test'
import { canaryOf } from '../../support/canary.ts'
import { hostIn, leaksInFolders, leaksInProcesses } from '../../support/leak-scan.ts'
import { startHost } from '../launchers/browser-host.ts'
import { WizardPages } from '../pages/wizard.ts'
import { missingOAuth, test } from './oauth-world.ts'

test.skip(missingOAuth || process.platform !== 'linux', 'Dovecot or the keyring is not installed')

test('no token is found in processes, prints or files, nor when the host is killed', async ({
  openChromium,
  launch,
  proveAnna,
  world,
  keyring,
}) => {
  const home = keyring.env['HOME'] ?? ''
  const host = await startHost(launch)
  const page = await (await openChromium()).newPage({ locale: 'en-US' })
  await page.goto(host.link)
  const wizard = new WizardPages(page)
  await proveAnna(wizard)
  await wizard.test.button('Save account').click()
  await expect(wizard.done.title).toBeVisible()
  const tokens = world.login.issued.map(canaryOf)
  expect(tokens.length).toBeGreaterThan(0)
  for (const token of tokens) expect(await leaksInProcesses(home, token)).toEqual([])
  process.kill(await hostIn(home), 'SIGABRT')
  await host.ended
  for (const token of tokens) {
    expect(token.formsIn(host.output()), 'in what the program prints, to its end').toEqual([])
    expect(await leaksInFolders([home], token), 'in the files it leaves behind').toEqual([])
  }
  await page.close()
})
