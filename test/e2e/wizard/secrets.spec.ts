import { expect } from 'playwright/test'
import { createCanary } from '../../support/canary.ts'
import { test } from '../fixtures.ts'

test('the password leaves the page when it is submitted and never comes back', async ({ wizard, app }) => {
  const canary = createCanary()
  const frames: string[] = []
  app.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(String(payload))),
  )
  await wizard.goToSignIn('anna@typo.example')
  await wizard.signIn.test(canary.secret)
  await expect(wizard.title).toHaveText('Receiving and sending do not work yet')
  await wizard.test.button('Technical view').click()
  const seen = await app.page.evaluate(() => {
    const values = [...document.querySelectorAll('input, textarea')].map(
      (field) => (field as HTMLInputElement).value,
    )
    return [
      document.documentElement.outerHTML,
      ...values,
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
      document.cookie,
    ].join('\n')
  })
  expect(canary.formsIn(seen), 'in the page').toEqual([])
  expect(canary.formsIn(frames.join('\n')), 'in what the engine says').toEqual([])
  expect(canary.formsIn(app.output()), 'in what the program prints').toEqual([])
})

test('the link is gone from the address bar and nothing is kept in the browser', async ({ app }) => {
  expect(app.page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  expect(await app.page.context().cookies()).toEqual([])
  expect(await app.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  expect(await app.page.locator('meta[name="mailwright-session"]').count()).toBe(0)
})
