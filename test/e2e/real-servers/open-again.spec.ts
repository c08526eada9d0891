import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { authority } from '../../support/certificates.ts'
import { startDovecot } from '../../support/real/dovecot.ts'
import { ANNA } from '../../support/real/mail-pair.ts'
import { launchBrowserHost } from '../launchers/browser-host.ts'
import type { LaunchOptions } from '../launchers/launcher.ts'
import { WizardPages } from '../pages/wizard.ts'
import { missingOAuth, test } from './oauth-world.ts'

test.skip(missingOAuth, 'Dovecot or the keyring is not installed')

type Opener = () => Promise<Parameters<typeof launchBrowserHost>[0]>

/** Opens Mailwright, does something, and closes it again. */
async function during(
  openChromium: Opener,
  options: LaunchOptions,
  act: (wizard: WizardPages) => Promise<void>,
): Promise<void> {
  const app = await launchBrowserHost(await openChromium(), options)
  await act(new WizardPages(app.page))
  await app.close()
}

test('an account that was signed in with the browser is tested again, and the user types nothing', async ({
  openChromium,
  launch,
  proveAnna,
}) => {
  await during(openChromium, launch, async (wizard) => {
    await proveAnna(wizard)
    await wizard.test.button('Save account').click()
    await expect(wizard.done.title).toBeVisible()
  })
  await during(openChromium, launch, async (wizard) => {
    await wizard.address.testAgain(ANNA.name)
    await expect(wizard.title).toHaveText('Everything works')
  })
})

/** As its provider keeps it; people see it in groups of four. */
const APP_PASSWORD = 'abcdefghijklmnop'

test('an app password is typed once as it was copied, and works again after Mailwright was closed', async ({
  openChromium,
  keyring,
}) => {
  const issued = await authority.issue({ dnsNames: ['localhost'] })
  const dovecot = await startDovecot({ ...issued, users: [{ name: ANNA.name, password: APP_PASSWORD }] })
  const folder = await mkdtemp(join(tmpdir(), 'mailwright-policy-'))
  const at = (port: number, security: string) => [`localhost:${port}:${security}`]
  const { imaps, submission, pop3s } = dovecot.ports
  const servers = { imap: at(imaps, 'tls'), smtp: at(submission, 'starttls'), pop3: at(pop3s, 'tls') }
  const provider = {
    id: 'own',
    name: 'Own Mail',
    domains: ['example.test'],
    servers,
    signIn: ['app-password'],
  }
  const policy = { schema: 1, organisation: 'Example', providers: [provider] }
  await writeFile(join(folder, 'policy.json'), JSON.stringify(policy), { mode: 0o600 })
  await writeFile(join(folder, 'ca.pem'), authority.certificate)
  const args = ['--ca', join(folder, 'ca.pem'), '--policy', join(folder, 'policy.json')]
  const launch = { args, env: keyring.env, wrap: keyring.wrap }
  await during(openChromium, launch, async (wizard) => {
    await wizard.goToSignIn(ANNA.name)
    const heading = { level: 2, name: `The app password for ${ANNA.name}` } as const
    await expect(wizard.page.getByRole('heading', heading)).toBeVisible()
    await wizard.signIn.test(' abcd efgh ijkl mnop ')
    await expect(wizard.title).toHaveText('Everything works')
    await wizard.test.save()
    await expect(wizard.done.title).toBeVisible()
  })
  await during(openChromium, launch, async (wizard) => {
    await wizard.address.testAgain(ANNA.name)
    await expect(wizard.title).toHaveText('Everything works')
  })
  await dovecot.stop()
  await rm(folder, { recursive: true })
})
