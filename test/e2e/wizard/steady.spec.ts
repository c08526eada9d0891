import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'

/** The most that a page may jump under the eyes of its reader when the verdict comes (web.dev calls 0.1 good). */
const MOST_SHIFT = 0.05

/** One jump: how bad it was, and what moved. */
interface Jump {
  readonly value: number
  readonly what: string
}

declare global {
  var jumps: Jump[]
}

/** Notes every jump from the moment the test is on the screen. What the user has just pressed does not excuse one. */
function watchJumps(): void {
  globalThis.jumps = []
  let begun = Infinity
  new MutationObserver(() => {
    const isTesting = document.querySelector('h1')?.textContent.startsWith('Testing') === true
    if (isTesting) begun = Math.min(begun, performance.now())
  }).observe(document, { childList: true, subtree: true, characterData: true })
  interface Shift extends PerformanceEntry {
    readonly value: number
    readonly sources: readonly { readonly node: Node | null }[]
  }
  const isShift = (entry: PerformanceEntry): entry is Shift => 'sources' in entry
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries().filter(isShift)) {
      const moved = entry.sources.map(({ node }) => node?.parentElement?.className ?? '')
      if (entry.startTime >= begun) globalThis.jumps.push({ value: entry.value, what: moved.join(', ') })
    }
  }).observe({ type: 'layout-shift' })
}

for (const [mailbox, title] of [
  ['practice', 'Everything works'],
  ['hotel', 'Receiving works, sending does not yet'],
] as const) {
  test(`nothing jumps on the way to "${title}", and it is announced`, async ({ wizard, app }) => {
    await wizard.goToSignIn(`anna@${mailbox}.example`)
    await wizard.signIn.field.fill('sunflower')
    await app.page.evaluate(watchJumps)
    await app.page.keyboard.press('Enter')
    await expect(wizard.title).toHaveText(title, { timeout: 30_000 })
    await expect(app.page.getByRole('status').filter({ hasText: title })).toHaveCount(1)
    const jumps = await app.page.evaluate(() => globalThis.jumps)
    const sum = jumps.reduce((all, { value }) => all + value, 0)
    expect(sum, JSON.stringify(jumps, null, 1)).toBeLessThanOrEqual(MOST_SHIFT)
  })
}
