import { expect } from 'playwright/test'
import { knowsOnlyAnna } from '../../support/known-user.ts'
import { expectGreen, HOME, IMAP, imapServer, SMTP, smtpServer, test } from './doctor.ts'

test.describe('servers that know people by the part before the @', () => {
  test.use({
    network: {
      name: 'home',
      endpoints: {
        [`${IMAP}:993`]: imapServer('tls', {
          login: knowsOnlyAnna('{tag} OK hello', '{tag} NO [AUTHENTICATIONFAILED] no'),
        }),
        [`${SMTP}:465`]: smtpServer('tls', { login: knowsOnlyAnna('235 2.7.0 hello', '535 5.7.8 no') }),
      },
    },
  })

  test('take the other form of the name by a button', async ({ wizard, setUp, picture }) => {
    await setUp()
    await expect(wizard.test.finding('User name or password is wrong')).toBeVisible()
    await picture('wrong-user-name')
    await wizard.test.button('Try the user name anna').first().click()
    await wizard.signIn.testOtherServers('sunflower')
    await expectGreen(wizard)
    await picture('right-user-name')
  })
})

test.describe('a server that begins in the clear where a encryption is expected', () => {
  test.use({
    network: { name: 'home', endpoints: { ...HOME.endpoints, [`${IMAP}:993`]: imapServer('starttls') } },
  })

  test('is used the other way, by a button', async ({ wizard, setUp, picture }) => {
    await setUp()
    await expect(wizard.test.card('imap')).toContainText('Your password was not sent.')
    await picture('wrong-kind-of-encryption')
    await wizard.test.button('Use port 993 with STARTTLS').click()
    await wizard.signIn.testOtherServers('sunflower')
    await expectGreen(wizard)
    await picture('right-kind-of-encryption')
  })
})

test.describe('sending typed as it was before everything was encrypted', () => {
  test('is used with SSL/TLS, by a button', async ({ wizard, setUp, picture }) => {
    await setUp(({ servers }) =>
      servers.change('Outgoing (SMTP)', { host: SMTP, port: 465, security: 'STARTTLS' }),
    )
    await expect(wizard.test.card('smtp')).toContainText('Your password was not sent.')
    await picture('encryption-expected')
    await wizard.test.button(/^Use port 465/).click()
    await wizard.signIn.testOtherServers('sunflower')
    await expectGreen(wizard)
    await picture('with-ssl-tls')
  })
})

test.describe('incoming and outgoing mixed up', () => {
  test.use({
    network: { name: 'home', endpoints: { ...HOME.endpoints, [`${SMTP}:993`]: smtpServer('tls') } },
  })

  test('are put right by a button', async ({ wizard, setUp, picture }) => {
    await setUp(async ({ servers }) => {
      await servers.change('Incoming (IMAP)', { host: SMTP, port: 993, security: 'SSL/TLS' })
      await servers.keepTyped()
    })
    await expect(wizard.test.finding('smtp.example.org sounds like an outgoing server')).toBeVisible()
    await picture('mixed-up')
    await wizard.test.button(`Use ${IMAP} and test again`).click()
    await wizard.signIn.testOtherServers('sunflower')
    await expectGreen(wizard)
    await picture('put-right')
  })
})

test.describe('a provider that keeps mail programs out until the user lets them in', () => {
  const CLOSED = '{tag} NO [ALERT] Your account is not enabled for IMAP use. Please visit your settings page.'
  test.use({
    network: {
      name: 'home',
      endpoints: { ...HOME.endpoints, [`${IMAP}:993`]: imapServer('tls', { login: CLOSED }) },
    },
  })

  test('lets them in, and the test goes on from there', async ({ wizard, world, setUp, picture }) => {
    await setUp()
    await expect(wizard.test.finding('Access for mail programs is off')).toBeVisible()
    await expect(wizard.test.lane('smtp')).toContainText('Works')
    await picture('switched-off')
    world.show(HOME)
    await wizard.test.button(/^Test again$/).click()
    await expectGreen(wizard)
    await picture('switched-on')
  })
})

test.describe('a server that is busy', () => {
  test.use({
    network: {
      name: 'home',
      endpoints: {
        ...HOME.endpoints,
        [`${SMTP}:465`]: smtpServer('tls', { login: '454 4.7.0 Temporary authentication failure' }),
      },
    },
  })

  test('is asked again later, and not blamed on the password', async ({ wizard, world, setUp, picture }) => {
    await setUp()
    await expect(wizard.test.card('smtp')).toContainText('Test again in')
    await picture('busy')
    world.show(HOME)
    await wizard.test.button(/^Test again$/).click()
    await expectGreen(wizard)
    await picture('no-longer-busy')
  })
})

test.describe('a server that was mistyped', () => {
  const SLIP = 'imap.exmaple.org'
  test.use({ network: { ...HOME, names: { [SLIP]: null } } })

  test('is proposed as it was meant, and taken by a button', async ({ wizard, setUp, picture }) => {
    await setUp(({ servers }) =>
      servers.change('Incoming (IMAP)', { host: SLIP, port: 993, security: 'SSL/TLS' }),
    )
    await expect(wizard.test.finding(`There is no server called ${SLIP}`)).toBeVisible()
    await expect(wizard.test.card('imap')).toContainText(`Did you mean ${IMAP}?`)
    await picture('mistyped')
    await wizard.test.button(`Use ${IMAP} and test again`).click()
    await wizard.signIn.field.waitFor()
    // It was asked for while the mistyped server was of another company.
    const own = wizard.page.locator('input[name="sending-password"]')
    if (await own.isVisible()) await own.fill('sunflower')
    await wizard.signIn.testOtherServers('sunflower')
    await expectGreen(wizard)
    await picture('as-it-was-meant')
  })
})
