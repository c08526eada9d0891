import { expect, type Page } from 'playwright/test'
import { test } from '../fixtures.ts'

/** The most that a page may jump under the eyes of its reader, from the password to the verdict (web.dev calls 0.1 good). */
const MOST_SHIFT = 0.05

/** One jump: how bad it was, and what moved. */
interface Jump {
  readonly value: number
  readonly what: string
}

declare global {
  var jumps: Jump[]
}

/** Notes every jump from now on. What the user has just pressed does not excuse one. */
function watchJumps(): void {
  globalThis.jumps = []
  interface Shift extends PerformanceEntry {
    readonly value: number
    readonly sources: readonly { readonly node: Node | null }[]
  }
  const isShift = (entry: PerformanceEntry): entry is Shift => 'sources' in entry
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries().filter(isShift)) {
      const moved = sources.map(
        ({ node }) => (node instanceof Element ? node : node?.parentElement)?.outerHTML,
      )
      globalThis.jumps.push({ value, what: moved.map((html) => html?.slice(0, 80)).join(', ') })
    }
  }).observe({ type: 'layout-shift' })
}

/** Where the rows of the settings are on the screen, and which elements they are. */
function markRows(page: Page): Promise<readonly number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h3[id^="service-"]')].map((row) => {
      row.setAttribute('data-marked', 'before')
      return Math.round(row.getBoundingClientRect().top)
    }),
  )
}

function placesOfMarked(page: Page): Promise<readonly number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h3[data-marked]')].map((row) =>
      Math.round(row.getBoundingClientRect().top),
    ),
  )
}

/** As the window opens, and at its narrowest. */
const WINDOWS = { wide: { width: 1040, height: 760 }, narrow: { width: 360, height: 740 } }

for (const [name, size] of Object.entries(WINDOWS)) {
  test.describe(`in a ${name} window`, () => {
    for (const [mailbox, password, title] of [
      ['practice', 'sunflower', 'Everything works'],
      ['hotel', 'sunflower', 'Receiving works, sending does not yet'],
      ['practice', 'not it', 'Receiving and sending do not work yet'],
      ['expired', 'sunflower', 'Sending works, receiving does not yet'],
    ] as const) {
      test(`nothing jumps on the way to "${title}", and it is announced`, async ({ wizard, app }) => {
        await app.page.setViewportSize(size)
        await wizard.goToSignIn(`anna@${mailbox}.example`)
        await wizard.signIn.field.fill(password)
        await app.page.evaluate(watchJumps)
        await app.page.keyboard.press('Enter')
        await expect(wizard.title).toHaveText(title, { timeout: 30_000 })
        await expect(app.page.getByRole('status').filter({ hasText: title })).toHaveCount(1)
        const jumps = await app.page.evaluate(() => globalThis.jumps)
        const sum = jumps.reduce((all, { value }) => all + value, 0)
        expect(sum, JSON.stringify(jumps, null, 1)).toBeLessThanOrEqual(MOST_SHIFT)
      })
    }
  })
}

test('the rows of the settings become those of the test where they stand', async ({ wizard, app }) => {
  await wizard.goToSignIn('anna@practice.example')
  await wizard.signIn.field.fill('sunflower')
  const [first = 0, ...others] = await markRows(app.page)
  expect(others.length).toBeGreaterThan(0)
  await app.page.keyboard.press('Enter')
  await wizard.test.lane('imap').getByRole('listitem').first().waitFor()
  const [sameFirst, ...sameOthers] = await placesOfMarked(app.page)
  expect(sameFirst).toBe(first)
  expect(sameOthers).toHaveLength(others.length)
  await expect(app.page.locator('h3[data-marked]').first()).toHaveText('Incoming (IMAP)')
  await expect(wizard.title).toBeFocused()
  await expect(wizard.signIn.field).toHaveCount(0)
  await expect(app.page.getByText('Sign-in: your password, for imap.practice.example')).toBeVisible()
  await expect(wizard.title).toHaveText('Everything works')
  await expect(wizard.title).toBeInViewport()
})
