import type { Page } from 'playwright/test'

/** Pieces of text that lie on each other. A footer that stays is apart: what is under it can be scrolled clear. */
export function collisions(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const lines: { readonly text: string; readonly box: DOMRect; readonly place: Element | null }[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const parent = node.parentElement
      if (text === '' || parent === null || parent.closest('.unseen, select, dialog') !== null) continue
      if (!parent.checkVisibility({ visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      // The box of a line is taller than its letters; what only touches does not collide.
      for (const { x, y, width, height } of range.getClientRects())
        lines.push({
          text,
          place: parent.closest('footer'),
          box: new DOMRect(x + 1, y + height * 0.25, width - 2, height * 0.5),
        })
    }
    const found: string[] = []
    for (const [index, { text, box, place }] of lines.entries())
      for (const other of lines.slice(index + 1)) {
        const isApart =
          box.right <= other.box.left ||
          other.box.right <= box.left ||
          box.bottom <= other.box.top ||
          other.box.bottom <= box.top
        if (!isApart && place === other.place && text !== other.text) found.push(`${text} / ${other.text}`)
      }
    return found
  })
}

const MOST_STOPS = 80

/**
 * Waits until what has just happened is painted: a page learns of its new size, and scrolls to what has the focus, in
 * the frame that follows.
 */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve))
      }),
  )
}

/** What the footer lies on while it has the focus, from the first stop of the Tab key to the last (WCAG 2.2, 2.4.11). */
export async function coveredWhileTabbing(page: Page): Promise<readonly string[]> {
  await painted(page)
  await page.evaluate(() => {
    scrollTo(0, 0)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    document.body.tabIndex = -1
    document.body.focus()
  })
  const covered: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    const seen = await whatHasTheFocus(page)
    // What seems covered may only be about to be scrolled clear.
    if (seen.startsWith('covered')) await painted(page)
    const at = seen.startsWith('covered') ? await whatHasTheFocus(page) : seen
    if (at === 'end') return covered
    if (at !== 'clear') covered.push(at)
  }
  return covered
}

function whatHasTheFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const footer = document.querySelector('footer')
    const focused = document.activeElement
    if (focused === null || focused === document.body) return 'end'
    if (footer === null || footer.contains(focused)) return 'clear'
    // A radio button fills its tile and is not seen itself.
    const box = (focused.closest('label') ?? focused).getBoundingClientRect()
    return box.bottom > footer.getBoundingClientRect().top + 1 &&
      box.top < footer.getBoundingClientRect().bottom
      ? `covered: ${focused.tagName} ${focused.textContent ?? ''}`
      : 'clear'
  })
}

interface Segment {
  readonly paint: 'solid' | 'dashed' | 'none'
  readonly colour: string
  /** In pixels, across its course. */
  readonly thickness: number
  /** The colour the dot at its end is filled with. */
  readonly dot: string
}

/** How the pieces of the line are painted, by what they mean; and the colour of the paper. */
export function linesInForcedColours(
  page: Page,
): Promise<
  Readonly<Record<'ahead' | 'running' | 'done' | 'encrypted', Segment> & { readonly canvas: string }>
> {
  return page.evaluate(() => {
    const read = (selector: string): Segment => {
      const stations = [...document.querySelectorAll(`li[data-state]${selector}`)]
      const station = stations.find((one) => one.previousElementSibling !== null)
      if (station === undefined) throw new Error(`no station ${selector}`)
      const line = getComputedStyle(station, '::before')
      const dot = station.firstElementChild
      const isSolid = line.backgroundImage === 'none' && !/^rgba\(.*, 0\)$/.test(line.backgroundColor)
      return {
        paint: isSolid ? 'solid' : line.backgroundImage === 'none' ? 'none' : 'dashed',
        colour: line.backgroundColor,
        thickness: Math.min(Number.parseFloat(line.inlineSize), Number.parseFloat(line.blockSize)),
        dot: dot === null ? '' : getComputedStyle(dot).backgroundColor,
      }
    }
    const paper = document.createElement('p')
    paper.style.backgroundColor = 'Canvas'
    document.body.append(paper)
    const canvas = getComputedStyle(paper).backgroundColor
    paper.remove()
    return {
      ahead: read('[data-state="ahead"]'),
      running: read(':is([data-state="running"], [data-state="waiting"])[data-encrypted="false"]'),
      done: read('[data-state="done"][data-encrypted="false"]'),
      encrypted: read('[data-state="done"][data-encrypted="true"]'),
      canvas,
    }
  })
}
