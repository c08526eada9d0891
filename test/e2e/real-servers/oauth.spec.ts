import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'playwright/test'
import { canaryOf } from '../../support/canary.ts'
import { leaksInProcesses } from '../../support/leak-scan.ts'
import { ANNA } from '../../support/real/mail-pair.ts'
import { fillIn, missingOAuth, signInAt, test } from './oauth-world.ts'

test.skip(missingOAuth, 'Dovecot or the keyring is not installed')

const KEPT_AS = `${ANNA.name}/sign-in`

test('the user signs in on the page of their own domain, and everything works', async ({
  wizard,
  goToSignIn,
  world,
  keyring,
  ownBrowser,
  app,
}) => {
  const frames: string[] = []
  app.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(String(payload))),
  )
  await goToSignIn(wizard)
  await wizard.signIn.atServer(world.login.issuer)
  await signInAt(ownBrowser, await wizard.authorize.address(), ANNA.name)
  await expect(ownBrowser.getByRole('heading')).toHaveText('You can close this window')
  await expect(wizard.title).toHaveText('Everything works')
  await wizard.test.button('Save account').click()
  await expect(wizard.done.title).toBeVisible()
  await expect(wizard.page.getByText('The sign-in is saved only in the')).toBeVisible()
  const kept = await keyring.lookUp('Mailwright', KEPT_AS)
  expect(world.login.issued.some((token) => kept.includes(token))).toBe(true)
  const shown = await app.page.evaluate(() => document.documentElement.outerHTML)
  const files = await readFile(
    join(keyring.env['XDG_DATA_HOME'] ?? '', 'mailwright', 'accounts.json'),
    'utf8',
  )
  expect(files).toContain(world.login.issuer)
  for (const token of world.login.issued)
    for (const place of [shown, frames.join('\n'), app.output(), files])
      expect(place.includes(token), 'a token is nowhere but in the keyring').toBe(false)
  const home = keyring.env['HOME'] ?? ''
  for (const token of world.login.issued) expect(await leaksInProcesses(home, canaryOf(token))).toEqual([])
})

test('a second account is noticed, and the right one leads on', async ({
  wizard,
  goToSignIn,
  world,
  ownBrowser,
}) => {
  await goToSignIn(wizard)
  await wizard.signIn.atServer(world.login.issuer)
  await signInAt(ownBrowser, await wizard.authorize.address(), 'bob@example.test')
  await expect(wizard.title).toHaveText('Another account was signed in')
  const { violations } = await new AxeBuilder({ page: wizard.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await ownBrowser.context().clearCookies()
  await wizard.page.getByRole('button', { name: 'Sign in with the browser' }).click()
  await signInAt(ownBrowser, await wizard.authorize.address(), ANNA.name)
  await expect(wizard.title).toHaveText('Everything works')
})

test('Cancel on the page of the server is understood, and so is Cancel here', async ({
  wizard,
  goToSignIn,
  world,
  ownBrowser,
}) => {
  await goToSignIn(wizard)
  await wizard.signIn.atServer(world.login.issuer)
  await ownBrowser.goto(await wizard.authorize.address())
  await ownBrowser.getByRole('link', { name: /cancel/i }).click()
  await expect(wizard.title).toHaveText('The browser sign-in was cancelled')
  await wizard.page.getByRole('button', { name: 'Sign in with the browser' }).click()
  const address = await wizard.authorize.address()
  await wizard.page.getByRole('button', { name: 'Cancel' }).click()
  await expect(wizard.signIn.field).toBeVisible()
  const listener = new URL(address).searchParams.get('redirect_uri') ?? ''
  await expect(fetch(listener)).rejects.toThrow()
})

test('a token that was taken back leads to the page again', async ({
  wizard,
  goToSignIn,
  world,
  ownBrowser,
}) => {
  await goToSignIn(wizard)
  await wizard.signIn.atServer(world.login.issuer)
  const giveAgain = world.login.refuseTokens()
  await signInAt(ownBrowser, await wizard.authorize.address(), ANNA.name)
  await expect(wizard.title).toHaveText('Receiving and sending do not work yet')
  giveAgain()
  await wizard.page.getByRole('button', { name: 'Sign in with the browser' }).first().click()
  await ownBrowser.context().clearCookies()
  await signInAt(ownBrowser, await wizard.authorize.address(), ANNA.name)
  await expect(wizard.title).toHaveText('Everything works')
})

test.describe('with a code on another device', () => {
  test('the user types it there, and everything works', async ({ wizard, goToSignIn, world, ownBrowser }) => {
    await goToSignIn(wizard)
    await wizard.signIn.atServer(world.login.issuer, 'device')
    const { code, url } = await wizard.authorize.code()
    await ownBrowser.goto(url)
    await ownBrowser.locator('input[name="user_code"]').fill(code)
    await ownBrowser.getByRole('button', { name: /continue/i }).click()
    await ownBrowser.getByRole('button', { name: /continue/i }).click()
    await fillIn(ownBrowser, ANNA.name)
    await expect(wizard.title).toHaveText('Everything works', { timeout: 20_000 })
  })
})
