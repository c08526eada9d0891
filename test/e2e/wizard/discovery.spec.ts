import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { mailServer } from '../../support/behaviour.ts'
import { knowsOnlyAnna } from '../../support/known-user.ts'
import { authority } from '../../support/certificates.ts'
import { createDiscoveryWorld, type DiscoveryWorld } from '../../support/discovery/discovery-world.ts'
import { settingsDocument } from '../../support/discovery/settings-document.ts'
import { startDnsServer } from '../../support/dns-server.ts'
import { startProxy, type TestProxy } from '../../support/proxy-server.ts'
import { test as base } from '../fixtures.ts'

const PAGE = 'autoconfig.example.org/mail/config-v1.1.xml'
const HOSTER = { imap: 'imap.hoster.test', smtp: 'smtp.hoster.test' }

/** A domain whose own page leads to a hoster. A proxy stands in for the internet: only so can a test be any host. */
const test = base.extend<{ readonly internet: DiscoveryWorld; readonly wayOut: TestProxy }>({
  // eslint-disable-next-line no-empty-pattern -- the runner reads what a fixture needs from this pattern
  internet: async ({}, use) => {
    const tls = await authority.issue({ dnsNames: Object.values(HOSTER) })
    const world = await createDiscoveryWorld({
      mx: ['mx.elsewhere.test'],
      pages: {
        [PAGE]: settingsDocument({ hostname: HOSTER.imap }, { type: 'smtp', hostname: HOSTER.smtp }),
        'v1.ispdb.net/example.org': settingsDocument({ hostname: 'imap.old.test' }),
      },
      endpoints: {
        [`${HOSTER.imap}:993`]: mailServer('imap', 'tls', tls, {
          login: knowsOnlyAnna('{tag} OK hello', '{tag} NO [AUTHENTICATIONFAILED] no'),
        }),
        [`${HOSTER.smtp}:465`]: mailServer('smtp', 'tls', tls, {
          login: knowsOnlyAnna('235 2.7.0 hello', '535 5.7.8 no'),
        }),
      },
    })
    await use(world)
    await world.stop()
  },
  wayOut: async ({ internet }, use) => {
    const proxy = await startProxy({ kind: 'http' })
    proxy.leadTo(internet.tools.dialer)
    await use(proxy)
    await proxy.stop()
  },
  launch: async ({ internet, wayOut }, use) => {
    const { host, port } = wayOut.server()
    const folder = await mkdtemp(join(tmpdir(), 'mailwright-internet-'))
    const ca = join(folder, 'ca.pem')
    await writeFile(ca, authority.certificate)
    await use({
      args: ['--dns', internet.dns.address, '--ca', ca, '--proxy', `http://${host}:${port}`],
      env: { MAILWRIGHT_DATA_DIR: folder },
    })
    await rm(folder, { recursive: true, force: true })
  },
})

test('a domain of no known provider is found through its own page, and leads to proved servers', async ({
  wizard,
  app,
  internet,
}) => {
  await wizard.address.submit('anna@example.org')
  await expect(app.page.getByText('Settings for example.org were found.')).toBeVisible()
  await app.page.getByText('Sources that were asked').click()
  await expect(app.page.getByText('the autoconfig server of the domain: has settings')).toBeVisible()
  await expect(app.page.getByText('These servers belong to hoster.test, not to example.org')).toBeVisible()
  await expect(wizard.servers.card('Incoming (IMAP)')).toContainText(HOSTER.imap)
  expect(internet.endpoints[`${HOSTER.imap}:993`]?.connections, 'nobody has been to the servers yet').toBe(0)
  await wizard.servers.confirm()
  await wizard.signIn.test('sunflower')
  // The page does not say that this hoster wants the local part alone; the server's no sounds like a wrong password.
  const other = app.page.getByRole('button', { name: 'Try the user name anna', exact: true }).first()
  await other.click()
  await wizard.signIn.testOtherServers('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
})

test.describe('in a network in which no source can be asked', () => {
  test.use({
    // eslint-disable-next-line no-empty-pattern -- as above
    launch: async ({}, use) => {
      const dns = await startDnsServer(() => 'SERVFAIL')
      const folder = await mkdtemp(join(tmpdir(), 'mailwright-cut-off-'))
      const ca = join(folder, 'ca.pem')
      await writeFile(ca, authority.certificate)
      await use({ args: ['--dns', dns.address, '--ca', ca], env: { MAILWRIGHT_DATA_DIR: folder } })
      await dns.stop()
      await rm(folder, { recursive: true, force: true })
    },
  })

  test('the proxy is asked for, and leads to what the domain publishes', async ({ wizard, app, wayOut }) => {
    await wizard.address.submit('anna@example.org')
    await expect(app.page.getByText('No internet access')).toBeVisible({ timeout: 15_000 })
    await expect(app.page.getByText('The provider of example.org is not known.')).toHaveCount(0)
    await app.page.getByRole('button', { name: 'Enter the proxy of this network' }).click()
    const { host, port } = wayOut.server()
    const dialog = app.page.getByRole('dialog', { name: 'The proxy of this network' })
    await expect(dialog.getByRole('textbox', { name: 'Address and port' })).toBeFocused()
    await app.page.keyboard.type(`${host}:${port}`)
    await app.page.keyboard.press('Enter')
    await expect(app.page.getByText('Settings for example.org were found.')).toBeVisible()
    await expect(app.page.getByText('No internet access')).toHaveCount(0)
    expect(wayOut.requests).toContain('autoconfig.example.org:443')
  })
})
