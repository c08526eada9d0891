import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'playwright/test'
import { tcpDialer } from '#engine/net/dial.ts'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { startProxy } from '../../support/proxy-server.ts'
import type { NetworkView } from './changeable-world.ts'
import { expectGreen, imapServer, smtpServer, test } from './doctor.ts'

const PROXY = 'proxy.example.net:3128'
const SIGN_IN = { userName: 'office', password: 'not-the-mail-password' }
const GMAIL = { imap: 'imap.gmail.com', smtp: 'smtp.gmail.com' }
const OFFICE: NetworkView = {
  name: 'office',
  endpoints: {},
  silent: [...Object.values(GMAIL), 'example.org'],
  names: {
    [GMAIL.imap]: { address: '142.250.27.108', family: 4 },
    [GMAIL.smtp]: { address: '142.250.27.109', family: 4 },
    'example.org': { address: '104.18.2.24', family: 4 },
  },
}

test.use({ network: OFFICE })

/** A proxy that lets mail out for a user who knows its password, and the mail servers behind it. */
async function startWayOut() {
  const imap = await startScriptedServer(imapServer('tls'))
  const smtp = await startScriptedServer(smtpServer('tls'))
  const proxy = await startProxy({ kind: 'http', wants: SIGN_IN })
  proxy.leadTo({
    connect: (target, signal) => {
      const port = target.host === GMAIL.imap ? imap.port : smtp.port
      return tcpDialer.connect({ ...target, address: '127.0.0.1', family: 4, port }, signal)
    },
  })
  return {
    proxy,
    stop: async () => {
      await proxy.stop()
      await imap.stop()
      await smtp.stop()
    },
  }
}

test('in an office the proxy is typed, then its password, and everything works', async ({
  wizard,
  world,
  setUp,
  picture,
}) => {
  // Three tests, of which two wait for servers that do not answer.
  test.slow()
  const { proxy, stop } = await startWayOut()
  world.show({ ...OFFICE, started: { [PROXY]: proxy.server().port } })
  await setUp(async ({ servers }) => {
    const security = 'SSL/TLS'
    await servers.change('Incoming (IMAP)', { host: GMAIL.imap, port: 993, security })
    await servers.change('Outgoing (SMTP)', { host: GMAIL.smtp, port: 465, security })
  })
  await expect(wizard.test.finding('This network has no direct internet access')).toHaveCount(1)
  await picture('nothing-gets-out')
  await wizard.test.button('Enter the proxy of this network').first().click()
  const dialog = wizard.page.getByRole('dialog', { name: 'The proxy of this network' })
  const address = dialog.getByRole('textbox', { name: 'Address and port of the proxy' })
  await address.fill('proxy.example.net')
  await dialog.getByRole('button', { name: 'Use this proxy and try again' }).click()
  await expect(dialog.getByRole('alert').filter({ hasText: 'The port is missing' })).toBeVisible()
  await picture('the-port-is-missing')
  await address.fill(PROXY)
  await dialog.getByRole('button', { name: 'Use this proxy and try again' }).click()
  await expect(wizard.test.finding(`The proxy ${PROXY} requires a sign-in`)).toHaveCount(1)
  await wizard.test.button('Enter the proxy of this network').first().click()
  await expect(address).toHaveValue(`http://${PROXY}`)
  await dialog.getByRole('textbox', { name: 'User name' }).fill(SIGN_IN.userName)
  await dialog.getByLabel('Password of the proxy').fill(SIGN_IN.password)
  await picture('its-own-password')
  const { violations } = await new AxeBuilder({ page: wizard.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await dialog.getByRole('button', { name: 'Use this proxy and try again' }).click()
  await expectGreen(wizard)
  await picture('works-through-the-proxy')
  expect(proxy.requests).toContain(`${GMAIL.imap}:993`)
  expect(await wizard.page.content()).not.toContain(SIGN_IN.password)
  await stop()
})
