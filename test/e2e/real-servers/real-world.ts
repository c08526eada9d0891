import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { authority } from '../../support/certificates.ts'
import { hasDovecot } from '../../support/real/dovecot.ts'
import {
  createKeyringSession,
  hasKeyring,
  type KeyringSession,
  type KeyringState,
} from '../../support/real/keyring-session.ts'
import { ANNA, startMailPair, type MailPair } from '../../support/real/mail-pair.ts'
import { hasPostfix } from '../../support/real/postfix.ts'
import { processesIn } from '../../support/leak-scan.ts'
import { test as base } from '../fixtures.ts'
import type { TypedServer } from '../pages/servers.ts'
import type { WizardPages } from '../pages/wizard.ts'

interface World {
  readonly pair: MailPair
  /** The certificate of the authority that vouches for both servers. */
  readonly caFile: string
  /** Of the certificate that both servers show. */
  readonly fingerprint: string
}

interface Fixtures {
  readonly keyringState: KeyringState
  readonly keyring: KeyringSession
  /** From the address to the password, with the servers typed as a provider's letter would name them. */
  readonly goToSignIn: (wizard: WizardPages) => Promise<void>
  /** The same up to the servers, sending by way of a relay without a sign-in. */
  readonly typeRelay: (wizard: WizardPages) => Promise<void>
}

/** Real Dovecot and Postfix, a keyring session for each test, and the host running inside it. */
export const test = base.extend<Fixtures, { readonly world: World }>({
  world: [
    // eslint-disable-next-line no-empty-pattern -- the runner reads what a fixture needs from this pattern
    async ({}, use) => {
      const pair = await startMailPair()
      const directory = await mkdtemp(join(tmpdir(), 'mailwright-ca-'))
      const caFile = join(directory, 'ca.pem')
      await writeFile(caFile, authority.certificate)
      const { fingerprint256: fingerprint } = new X509Certificate(pair.certificate)
      await use({ pair, caFile, fingerprint })
      await pair.stop()
      await rm(directory, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  keyringState: ['unlocked', { option: true }],
  keyring: async ({ keyringState }, use) => {
    const session = createKeyringSession(keyringState)
    await use(session)
    await expect.poll(() => processesIn(session.env['HOME'] ?? ''), 'nobody is left behind').toEqual([])
    session.dispose()
  },
  launch: async ({ world, keyring }, use) =>
    use({ args: ['--ca', world.caFile], env: keyring.env, wrap: keyring.wrap }),
  goToSignIn: async ({ world }, use) =>
    use(async (wizard) => {
      const { submission: port } = world.pair.postfix.ports
      await typeServers(wizard, world.pair, { port, security: 'STARTTLS' })
      await wizard.servers.confirm()
    }),
  typeRelay: async ({ world }, use) =>
    use((wizard) => {
      const { relay: port } = world.pair.postfix.ports
      return typeServers(wizard, world.pair, { port, security: 'STARTTLS', signIn: 'none' })
    }),
})

async function typeServers(
  wizard: WizardPages,
  { dovecot }: MailPair,
  sending: Omit<TypedServer, 'host'>,
): Promise<void> {
  await wizard.address.enterByHand(ANNA.name)
  const host = 'localhost'
  await wizard.servers.change('Incoming (IMAP)', {
    host,
    port: dovecot.ports.imaps,
    security: 'SSL/TLS',
  })
  await wizard.servers.change('Outgoing (SMTP)', { host, ...sending })
  await wizard.servers.change('Incoming (POP3)', {
    host,
    port: dovecot.ports.pop3,
    security: 'STARTTLS',
  })
}

export const missing = !hasDovecot || !hasPostfix || !hasKeyring
