import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { mailServer, type Act } from '../../support/behaviour.ts'
import { authority } from '../../support/certificates.ts'
import { createDiscoveryWorld, type DiscoveryWorld } from '../../support/discovery/discovery-world.ts'
import { startProxy } from '../../support/proxy-server.ts'
import { test as base } from '../fixtures.ts'

const APP_PASSWORD = 'abcdefghijklmnop'
const PASSWORD = 'sunflower'
const API_KEY = 'SG.made-up_key.0123456789'
const RELAY = 'relay.company.test'

/** What a server was given to sign in with: a name and a secret. */
const given = new Map<string, string>()

/** A server that takes one name and one secret, and notes whatever it is given. */
function takes(host: string, userName: string, secret: string, [yes, no]: readonly [string, string]): Act {
  return async ({ conversation, line, tag }) => {
    const [, name = '', word = ''] = Buffer.from(line.split(' ').at(-1) ?? '', 'base64')
      .toString('utf8')
      .split('\0')
    given.set(host, `${name} ${word}`)
    const isRight = name === userName && word === secret
    conversation.send((isRight ? yes : no).replace('{tag}', tag))
  }
}

const IMAP = ['{tag} OK hello', '{tag} NO [AUTHENTICATIONFAILED] no'] as const
const SMTP = ['235 2.7.0 hello', '535 5.7.8 no'] as const

/** The servers that the articles are about, under their own names: a proxy stands in for the internet. */
async function startServers(): Promise<DiscoveryWorld> {
  const hosts = [
    'outlook.office365.com',
    'smtp-mail.outlook.com',
    'smtp.office365.com',
    'imap.gmail.com',
    'smtp.gmail.com',
    'imap.company.test',
    'smtp.sendgrid.net',
    RELAY,
  ]
  const tls = await authority.issue({ dnsNames: hosts })
  const imap = (host: string, name: string, secret: string) =>
    mailServer('imap', 'tls', tls, { login: takes(host, name, secret, IMAP) })
  const smtp = (host: string, kind: 'tls' | 'starttls', name: string, secret: string) =>
    mailServer('smtp', kind, tls, { login: takes(host, name, secret, SMTP) })
  return createDiscoveryWorld(
    {
      endpoints: {
        'outlook.office365.com:993': imap('outlook.office365.com', 'nobody', ''),
        'smtp-mail.outlook.com:587': smtp('smtp-mail.outlook.com', 'starttls', 'nobody', ''),
        'smtp.office365.com:587': smtp('smtp.office365.com', 'starttls', 'nobody', ''),
        'imap.gmail.com:993': imap('imap.gmail.com', 'anna@gmail.com', APP_PASSWORD),
        'smtp.gmail.com:465': smtp('smtp.gmail.com', 'tls', 'anna@gmail.com', APP_PASSWORD),
        'imap.company.test:993': imap('imap.company.test', 'anna@company.test', PASSWORD),
        'smtp.sendgrid.net:587': smtp('smtp.sendgrid.net', 'starttls', 'apikey', API_KEY),
        [`${RELAY}:25`]: mailServer('smtp', 'clear', tls, { unknown: '250 2.0.0 ok' }),
      },
    },
    'company.test',
  )
}

const POLICY = { schema: 1, organisation: 'Company', plainRelays: [RELAY] }

const test = base.extend({
  // eslint-disable-next-line no-empty-pattern -- the runner reads what a fixture needs from this pattern
  launch: async ({}, use) => {
    const world = await startServers()
    const proxy = await startProxy({ kind: 'http' })
    proxy.leadTo(world.tools.dialer)
    const { host, port } = proxy.server()
    const folder = await mkdtemp(join(tmpdir(), 'mailwright-readers-'))
    const [ca, policy] = [join(folder, 'ca.pem'), join(folder, 'policy.json')]
    await writeFile(ca, authority.certificate)
    await writeFile(policy, JSON.stringify(POLICY))
    given.clear()
    await use({
      args: ['--dns', world.dns.address, '--ca', ca, '--policy', policy, '--proxy', `http://${host}:${port}`],
      env: { MAILWRIGHT_DATA_DIR: folder },
    })
    await proxy.stop()
    await world.stop()
    await rm(folder, { recursive: true, force: true })
  },
})

const LEFT = 'Servers checked, sign-in left to your mail program'

test('a reader with Outlook.com has the servers checked, and is asked for no password', async ({
  wizard,
}) => {
  await wizard.goToSignIn('anna@hotmail.com')
  await expect(wizard.page.getByText('Your mail program opens the sign-in page')).toBeVisible()
  await expect(wizard.page.locator('input[type="password"]')).toHaveCount(0)
  await wizard.page.getByRole('button', { name: 'Check the servers' }).click()
  await expect(wizard.title).toHaveText(LEFT)
  await expect(wizard.test.lane('imap')).toContainText('outlook.office365.com')
  expect([...given]).toEqual([])
})

test('a reader who types the servers of Microsoft 365 is offered no password for receiving', async ({
  wizard,
}) => {
  await wizard.address.enterByHand('anna@company.test')
  const fill = async (service: 'Incoming (IMAP)' | 'Outgoing (SMTP)', host: string, port: string) => {
    const row = wizard.servers.fields(service)
    await row.getByRole('textbox', { name: 'Server' }).fill(host)
    await row.getByRole('textbox', { name: 'Port' }).fill(port)
  }
  await fill('Incoming (IMAP)', 'outlook.office365.com', '993')
  await fill('Outgoing (SMTP)', 'smtp.office365.com', '587')
  await wizard.servers.apply.click()
  await expect(
    wizard.page.getByText('Microsoft 365 accepts no password from mail programs here.'),
  ).toBeVisible()
  await expect(wizard.signIn.field).toBeHidden()
  await wizard.page.getByRole('button', { name: 'Check the servers' }).click()
  await expect(wizard.title).toHaveText(LEFT)
  expect([...given]).toEqual([])
})

test('a reader with Gmail types the app password, and nothing else', async ({ wizard }) => {
  const { keyboard } = wizard.page
  await expect(wizard.address.field).toBeFocused()
  await keyboard.type('anna@gmail.com')
  await keyboard.press('Enter')
  await expect(wizard.signIn.field).toBeFocused()
  // What the page says is what it asks for.
  await expect(wizard.page.getByText('You sign in with an app password.')).toBeVisible()
  await expect(wizard.page.getByRole('button', { name: 'Sign in with your browser' })).toHaveCount(0)
  await keyboard.type('abcd efgh ijkl mnop')
  await keyboard.press('Enter')
  await expect(wizard.title).toHaveText('Everything works')
})

test('a reader whose relay has no encryption sends by way of it', async ({ wizard }) => {
  await wizard.address.enterByHand('anna@company.test')
  const imap = wizard.servers.fields('Incoming (IMAP)')
  await imap.getByRole('textbox', { name: 'Server' }).fill('imap.company.test')
  const smtp = wizard.servers.fields('Outgoing (SMTP)')
  await smtp.getByRole('textbox', { name: 'Server' }).fill(RELAY)
  await smtp.getByRole('textbox', { name: 'Port' }).fill('25')
  await wizard.servers.relayBox.check()
  await smtp.getByRole('radio', { name: 'None' }).check()
  await wizard.servers.apply.click()
  await wizard.servers.confirm()
  await wizard.signIn.test(PASSWORD)
  await expect(wizard.title).toHaveText('Everything works')
  await expect(wizard.test.proof).toContainText('Sending works without a password')
  expect([...given]).toEqual([['imap.company.test', `anna@company.test ${PASSWORD}`]])
})

test('a reader with SendGrid beside the company has two fields, and neither owner gets what is for the other', async ({
  wizard,
}) => {
  await wizard.address.enterByHand('anna@company.test')
  const imap = wizard.servers.fields('Incoming (IMAP)')
  await imap.getByRole('textbox', { name: 'Server' }).fill('imap.company.test')
  const smtp = wizard.servers.fields('Outgoing (SMTP)')
  await smtp.getByRole('textbox', { name: 'Server' }).fill('smtp.sendgrid.net')
  await smtp.getByRole('textbox', { name: 'Port' }).fill('587')
  await expect(smtp.getByRole('textbox', { name: 'User name' })).toHaveValue('apikey')
  await wizard.servers.apply.click()
  await expect(
    wizard.page.getByText('SendGrid sends only for addresses that you have verified there.'),
  ).toBeVisible()
  await wizard.page.getByLabel('Password for imap.company.test').fill(PASSWORD)
  const key = wizard.page.getByLabel('API key for smtp.sendgrid.net')
  await key.fill(API_KEY)
  await key.press('Enter')
  await expect(wizard.title).toHaveText('Everything works')
  expect(Object.fromEntries(given)).toEqual({
    'imap.company.test': `anna@company.test ${PASSWORD}`,
    'smtp.sendgrid.net': `apikey ${API_KEY}`,
  })
})
