import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'playwright/test'
import { ANNA } from '../../support/real/mail-pair.ts'
import { missing, test } from './real-world.ts'

test.skip(missing, 'Dovecot, Postfix or the keyring is not installed')

const KEPT_AS = `${ANNA.name}/password`
const REFUSAL = /auth failed|SASL \w+ authentication failed/g

test('an account on real servers is proved and saved, its password in the real keyring', async ({
  wizard,
  goToSignIn,
  keyring,
}) => {
  await goToSignIn(wizard)
  await wizard.signIn.test(ANNA.password)
  await expect(wizard.title).toHaveText('Everything works')
  await expect(wizard.test.proof.getByRole('listitem')).toHaveCount(3)
  expect(await keyring.lookUp('Mailwright', KEPT_AS), 'nothing is kept before it is asked for').toBe('')
  await wizard.test.save()
  await expect(wizard.done.title).toBeVisible()
  expect(await keyring.lookUp('Mailwright', KEPT_AS)).toBe(ANNA.password)
})

test('a wrong password is tried once, and the servers say so themselves', async ({
  wizard,
  goToSignIn,
  world,
}) => {
  await goToSignIn(wizard)
  await wizard.signIn.test('not it')
  await expect(wizard.test.finding('User name or password is wrong')).toHaveCount(1)
  await expect(wizard.page.getByText(/^Concerns Incoming \(IMAP\)/)).toBeVisible()
  const logs = (await world.pair.dovecot.log()) + (await world.pair.postfix.log())
  expect(logs.match(REFUSAL)).toHaveLength(1)
})

test.describe('with an authority this computer does not know', () => {
  test.use({ launch: async ({ keyring }, use) => use({ args: [], env: keyring.env, wrap: keyring.wrap }) })

  test('the servers are not trusted and the password is not sent', async ({ wizard, goToSignIn }) => {
    await goToSignIn(wizard)
    await wizard.signIn.test(ANNA.password)
    for (const protocol of ['imap', 'smtp', 'pop3'] as const) {
      await expect(wizard.test.card(protocol)).toContainText('Your password was not sent.')
    }
  })

  test('a typed server can be trusted by its fingerprint, and only by the right one', async ({
    wizard,
    goToSignIn,
    world,
  }) => {
    await goToSignIn(wizard)
    await wizard.signIn.test(ANNA.password)
    const lane = wizard.test.lane('imap')
    await wizard.test.card('imap').getByRole('button', { name: 'Trust this certificate' }).click()
    const dialog = wizard.page.getByRole('dialog')
    const field = dialog.getByLabel(/last 8 characters/)
    await field.fill('00 00 00 00')
    await field.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText('not the certificate with that fingerprint')
    const { violations } = await new AxeBuilder({ page: wizard.page }).include('dialog').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await field.fill(world.fingerprint.slice(-11).toLowerCase())
    await dialog.getByRole('button', { name: 'Trust it and test again' }).click()
    await wizard.signIn.testOtherServers(ANNA.password)
    await expect(lane).toContainText('Works')
    await expect(wizard.test.card('smtp')).toContainText('Your password was not sent.')
  })
})

const NO_PLACE = 'This computer has no usable keychain'

for (const state of ['no service', 'no bus'] as const) {
  test.describe(`with a keychain that has ${state}`, () => {
    test.use({ keyringState: state })

    test('the reason is said at once and the account is finished without the password', async ({
      wizard,
      goToSignIn,
    }) => {
      await goToSignIn(wizard)
      await wizard.signIn.test(ANNA.password)
      await expect(wizard.title).toHaveText('Everything works')
      await expect(wizard.page.getByText(NO_PLACE)).toBeVisible()
      await wizard.test.saveWithoutPassword()
      await expect(wizard.done.title).toBeVisible()
    })
  })
}

test.describe('with a locked keychain', () => {
  test.use({ keyringState: 'locked' })

  test('the reason is said when it refuses, and nothing but the account is kept', async ({
    wizard,
    goToSignIn,
    keyring,
  }) => {
    await goToSignIn(wizard)
    await wizard.signIn.test(ANNA.password)
    await wizard.test.save()
    await expect(wizard.page.getByRole('alert')).toContainText(
      /The system keyring (is locked|does not answer)/,
    )
    await wizard.test.saveWithoutPassword()
    await expect(wizard.done.title).toBeVisible()
    expect(await keyring.lookUp('Mailwright', KEPT_AS)).toBe('')
  })
})
