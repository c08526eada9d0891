import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Keyboard, type Locator } from 'playwright/test'
import { test } from '../fixtures.ts'

test('stopping closes everything at once and keeps what was typed', async ({ wizard, app }) => {
  await wizard.goToSignIn('anna@hotel.example')
  await wizard.signIn.test('sunflower')
  await expect(
    wizard.test.lane('smtp').locator('[data-state="running"], [data-state="waiting"]'),
  ).toHaveCount(1)
  const before = Date.now()
  await wizard.test.stop()
  await expect(wizard.title).toHaveText('The test was stopped')
  expect(Date.now() - before).toBeLessThan(3_000)
  await app.page.getByRole('contentinfo').getByRole('button', { name: 'Test again' }).click()
  await expect(wizard.test.finding('This network blocks port 587')).toBeVisible()
})

test('without signing in the servers are looked at and no password is asked for', async ({ wizard }) => {
  await wizard.goToSignIn('anna@practice.example')
  await wizard.signIn.testWithoutSigningIn()
  await expect(wizard.title).toHaveText('Servers reachable, sign-in not tested')
  await wizard.test.button('Sign in now').click()
  await expect(wizard.signIn.field).toBeVisible()
})

test('settings from the provider can be typed', async ({ wizard }) => {
  await wizard.address.enterByHand('anna@practice.example')
  await wizard.servers.change('Incoming (IMAP)', {
    host: 'imap.practice.example',
    port: 143,
    security: 'STARTTLS',
  })
  await wizard.servers.change('Outgoing (SMTP)', {
    host: 'smtp.practice.example',
    port: 587,
    security: 'STARTTLS',
  })
  await wizard.servers.change('Incoming (POP3)', {
    host: 'pop.practice.example',
    port: 110,
    security: 'STARTTLS',
  })
  await expect(wizard.servers.card('Incoming (IMAP)')).toContainText('You typed this.')
  await wizard.servers.confirm()
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
})

test('an address that is none is not accepted, and the reason is said', async ({ wizard }) => {
  await wizard.address.submit('anna.example.org')
  await expect(wizard.address.problem).toContainText('The @ is missing')
  await wizard.address.submit('Anna <anna@practice.example>')
  await expect(wizard.address.problem).toContainText('anna@practice.example')
})

/** Moves the focus as a user does who cannot see how far it is. */
async function pressUntil(keyboard: Keyboard, key: 'Tab' | 'Shift+Tab', wanted: Locator): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return
    await keyboard.press(key)
  }
  await expect(wanted).toBeFocused()
}

for (const [language, works, save, saved] of [
  ['en', 'Everything works', 'Save account', 'Account saved'],
  ['de', 'Alles funktioniert', 'Konto speichern', 'Konto gespeichert'],
] as const) {
  test(`the whole way can be walked with the keyboard alone, in "${language}"`, async ({ wizard, app }) => {
    const { keyboard } = app.page
    const focused = app.page.locator(':focus')
    await expect(wizard.address.field).toBeFocused()
    if (language === 'de') {
      const languages = app.page.getByRole('combobox', { name: 'Language' })
      await pressUntil(keyboard, 'Shift+Tab', languages)
      await keyboard.type('Deutsch')
      await pressUntil(keyboard, 'Tab', app.page.getByRole('textbox').first())
    }
    await expect(app.page.locator('html')).toHaveAttribute('lang', language)
    await keyboard.type('anna@practice.example')
    await keyboard.press('Enter')
    await expect(wizard.signIn.field).toBeFocused()
    await expect(app.page).toHaveTitle('anna@practice.example – Mailwright')
    await keyboard.type('sunflower')
    await keyboard.press('Enter')
    await expect(wizard.title).toHaveText(works)
    await expect(app.page).toHaveTitle(`${works} – Mailwright`)
    const button = app.page.getByRole('contentinfo').getByRole('button', { name: save })
    await button.waitFor()
    await pressUntil(keyboard, 'Tab', button)
    await expect(focused).toHaveText(new RegExp(`^${save}`))
    await keyboard.press('Enter')
    await expect(wizard.title).toHaveText(saved)
  })
}

test('a technician sees every port of the servers, without a sign-in', async ({ wizard, app }) => {
  await wizard.goToSignIn('anna@hotel.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.test.finding('This network blocks port 587')).toBeVisible()
  await app.page.getByRole('button', { name: 'Technical view' }).click()
  await app.page.getByRole('button', { name: 'Check all ports' }).click()
  const table = app.page.getByRole('region', { name: 'All mail ports of these servers' }).getByRole('table')
  await expect(
    table.getByRole('row', { name: /SMTP 587 starttls .*no answer NET_PORT_BLOCKED/ }),
  ).toBeVisible()
  await expect(table.getByRole('row', { name: /SMTP 465 tls .*open TLSv1.3/ })).toBeVisible()
  await app.page.getByRole('button', { name: 'Copy a request for your network administrator' }).click()
  const request = app.page.getByRole('textbox', { name: 'A request to your network administrator' })
  await expect(request).toHaveValue(/TCP smtp\.hotel\.example:587/)
  await app.page.keyboard.press('Escape')
  const { violations } = await new AxeBuilder({ page: app.page }).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
})

test('the language can be changed on the way', async ({ wizard, app }) => {
  await app.page.getByRole('combobox', { name: 'Language' }).selectOption('de')
  await expect(wizard.title).toHaveText('Wie lautet Ihre E-Mail-Adresse?')
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'de')
})

test('a technician sees which mechanisms work, and is asked before they are tried', async ({
  wizard,
  app,
}) => {
  await wizard.goToSignIn('anna@practice.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  await app.page.getByRole('button', { name: 'Technical view' }).click()
  await app.page.getByRole('button', { name: 'Test each method' }).click()
  const table = app.page.getByRole('region', { name: 'Authentication methods' }).getByRole('table')
  await expect(app.page.getByText('a server may count it towards a lock-out')).toBeVisible()
  await expect(table).toHaveCount(0)
  await app.page.getByRole('button', { name: 'Sign in with each' }).click()
  for (const row of [
    /SMTP .* PLAIN works/,
    /SMTP .* LOGIN works/,
    /IMAP .* PLAIN works/,
    /IMAP .* LOGIN works/,
  ])
    await expect(table.getByRole('row', { name: row })).toBeVisible()
  const { violations } = await new AxeBuilder({ page: app.page }).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
})

test('practice mode says that only its own addresses exist there', async ({ wizard, app }) => {
  await wizard.address.submit('anna@example.org')
  await expect(app.page.getByText('Practice mode knows only its own addresses.')).toBeVisible()
  await expect(app.page.getByText('is not known')).toHaveCount(0)
})

test('Caps Lock is noticed while a password is typed, and when it is off again', async ({ wizard, app }) => {
  await wizard.goToSignIn('anna@practice.example')
  const warning = app.page.getByRole('status').filter({ hasText: 'Caps Lock is on.' })
  const press = (capsLock: boolean) =>
    wizard.signIn.field.evaluate((field, modifierCapsLock) => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, modifierCapsLock }))
    }, capsLock)
  await expect(warning).toHaveCount(0)
  await press(true)
  await expect(warning).toBeVisible()
  await press(false)
  await expect(warning).toHaveCount(0)
})
