import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type Browser, type Page } from 'playwright/test'
import { authority } from '../../support/certificates.ts'
import { startDnsServer } from '../../support/dns-server.ts'
import { startOAuthMail, type OAuthMail } from '../../support/oauth/oauth-mail.ts'
import { LOGIN_HOST } from '../../support/oauth/oauth-server.ts'
import { hasDovecot } from '../../support/real/dovecot.ts'
import { createKeyringSession, hasKeyring, type KeyringSession } from '../../support/real/keyring-session.ts'
import { ANNA } from '../../support/real/mail-pair.ts'
import { processesIn } from '../../support/leak-scan.ts'
import { test as base } from '../fixtures.ts'
import { findChromiumForTests } from '../launchers/chromium.ts'
import type { WizardPages } from '../pages/wizard.ts'

interface World extends OAuthMail {
  readonly args: readonly string[]
}

interface Fixtures {
  readonly keyring: KeyringSession
  /** A window of the user's own browser, which is not the one Mailwright runs in. */
  readonly ownBrowser: Page
  /** From the address to the sign-in, with the servers typed. */
  readonly goToSignIn: (wizard: WizardPages) => Promise<void>
  /** From the address over the page of the sign-in server, and back to where everything works. */
  readonly proveAnna: (wizard: WizardPages) => Promise<void>
}

export const missingOAuth = !hasDovecot || !hasKeyring

/** A real Dovecot that takes tokens of a real sign-in server, and a browser where the user signs in. */
export const test = base.extend<Fixtures, { readonly world: World }>({
  world: [
    // eslint-disable-next-line no-empty-pattern -- the runner reads what a fixture needs from this pattern
    async ({}, use) => {
      const mail = await startOAuthMail('xoauth2')
      const names = await startDnsServer(({ type, name }) =>
        type === 'A' && name === LOGIN_HOST ? [{ type: 'A', name, data: '127.0.0.1' }] : 'NXDOMAIN',
      )
      const folder = await mkdtemp(join(tmpdir(), 'mailwright-oauth-'))
      const caFile = join(folder, 'ca.pem')
      await writeFile(caFile, authority.certificate)
      await use({ ...mail, args: ['--ca', caFile, '--dns', names.address] })
      await mail.stop()
      await names.stop()
      await rm(folder, { recursive: true })
    },
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern -- as above
  keyring: async ({}, use) => {
    const session = createKeyringSession('unlocked')
    await use(session)
    await expect.poll(() => processesIn(session.env['HOME'] ?? ''), 'nobody is left behind').toEqual([])
    session.dispose()
  },
  launch: async ({ world, keyring }, use) => use({ args: world.args, env: keyring.env, wrap: keyring.wrap }),
  // eslint-disable-next-line no-empty-pattern -- as above
  ownBrowser: async ({}, use) => {
    const browser = await launchOwnBrowser()
    // The authority of the tests is in no browser; what is proved here is Mailwright's own way.
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    await use(await context.newPage())
    await browser.close()
  },
  goToSignIn: async ({ world }, use) =>
    use(async (wizard) => {
      const { imaps, submission, pop3 } = world.dovecot.ports
      const host = 'localhost'
      const [encrypted, later] = ['SSL/TLS', 'STARTTLS'] as const
      await wizard.address.enterByHand(ANNA.name)
      await wizard.servers.change('Incoming (IMAP)', { host, port: imaps, security: encrypted })
      await wizard.servers.change('Outgoing (SMTP)', { host, port: submission, security: later })
      await wizard.servers.change('Incoming (POP3)', { host, port: pop3, security: later })
      await wizard.servers.confirm()
    }),
  proveAnna: async ({ goToSignIn, world, ownBrowser }, use) =>
    use(async (wizard) => {
      await goToSignIn(wizard)
      await wizard.signIn.atServer(world.login.issuer)
      await signInAt(ownBrowser, await wizard.authorize.address(), ANNA.name)
      await expect(wizard.title).toHaveText('Everything works')
    }),
})

function launchOwnBrowser(): Promise<Browser> {
  const names = `--host-resolver-rules=MAP ${LOGIN_HOST} 127.0.0.1`
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({
    executablePath: findChromiumForTests() ?? chromium.executablePath(),
    args: [names, ...root],
  })
}

/** Signs in on the page of the server and says yes to what is asked there. */
export async function signInAt(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url)
  await fillIn(page, name)
}

export async function fillIn(page: Page, name: string): Promise<void> {
  await page.locator('input[name="login"]').fill(name)
  await page.locator('input[name="password"]').fill('any')
  await page.getByRole('button', { name: /sign-in/i }).click()
  await page.getByRole('button', { name: /continue/i }).click()
}
