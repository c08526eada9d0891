import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'
import { loadStaticFiles } from '#engine/files/static-files.ts'
import { SCENES } from '#renderer/gallery/scenes.ts'
import { inRoot } from '../../../scripts/lib/paths.ts'
import { test } from '../fixtures.ts'
import { collisions, coveredWhileTabbing, linesInForcedColours } from './looks.ts'

let server: Server
let address: string

test.beforeAll(async () => {
  const files = await loadStaticFiles(inRoot('dist', 'gallery'))
  server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://gallery').pathname)
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.type ?? 'text/plain' })
    response.end(file?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gallery.html`
})

test.afterAll(() => new Promise((resolve) => server.close(resolve)))

async function open(page: Page, scene: string, more = ''): Promise<void> {
  await page.goto(`${address}?scene=${scene}${more}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => document.fonts.ready)
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** WCAG 2.2 AA, as far as a program can tell. Between light and dark only the colours differ. */
async function violations(page: Page, scheme: 'light' | 'dark'): Promise<readonly string[]> {
  // There are no frames here, which the usual mode opens a page of its own for.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const asked = scheme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast'])
  const { violations: found } = await asked.analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

const WIDE = { width: 1040, height: 860 }

/** 320 px is also what 200 % and 400 % zoom leave of a window. */
const PLACES = [
  [320, 'ltr'],
  [520, 'rtl'],
  [1040, 'rtl'],
] as const

/** How many pixels stick out to the side. */
async function overflow(page: Page, width: number, direction: 'ltr' | 'rtl'): Promise<number> {
  await page.setViewportSize({ width, height: 700 })
  return page.evaluate((dir) => {
    const root = document.documentElement
    root.dir = dir
    return root.scrollWidth - root.clientWidth
  }, direction)
}

for (const { id } of SCENES) {
  test(`${id} is accessible in light and dark and fits everywhere`, async ({ openChromium }) => {
    // Colours change at once: what is half-way between two of them has no contrast to speak of.
    const context = await (await openChromium()).newContext({ viewport: WIDE, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await open(page, id)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page, colorScheme)).toEqual([])
    }
    for (const language of ['en', 'de'] as const) {
      if (language === 'de') await open(page, id, '&lang=de')
      for (const [width, direction] of PLACES) expect(await overflow(page, width, direction)).toBe(0)
    }
    expect(errors).toEqual([])
    await context.close()
  })
}

/** A window in which the footer stays in sight, the smallest one, and what 400 % zoom leaves of a usual one. */
const WINDOWS = [
  { width: 1040, height: 700 },
  { width: 360, height: 740 },
  { width: 320, height: 256 },
] as const

for (const { id } of SCENES) {
  test(`${id} has room for longer words, and its footer covers nothing that has the focus`, async ({
    openChromium,
  }) => {
    const context = await (await openChromium()).newContext({ viewport: WIDE, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await open(page, id, '&lang=longer')
    for (const [width, direction] of PLACES) {
      expect(await overflow(page, width, direction)).toBe(0)
      expect(await collisions(page)).toEqual([])
    }
    for (const size of WINDOWS) {
      await page.setViewportSize(size)
      expect(await coveredWhileTabbing(page)).toEqual([])
    }
    await context.close()
  })
}

for (const [width, direction] of [
  [1040, 'ltr'],
  [360, 'ltr'],
  [1040, 'rtl'],
] as const) {
  test(`the line says in forced colours what it says in green, ${width} px wide, ${direction}`, async ({
    openChromium,
  }) => {
    const viewport = { width, height: 860 }
    const context = await (await openChromium()).newContext({ viewport, forcedColors: 'active' })
    const page = await context.newPage()
    await open(page, 'test-running', `&dir=${direction}`)
    const { ahead, running, done, encrypted, canvas } = await linesInForcedColours(page)
    expect(encrypted).toMatchObject({ paint: 'solid' })
    expect(done).toMatchObject({ paint: 'solid', colour: encrypted.colour })
    expect(encrypted.colour).not.toBe(canvas)
    expect(encrypted.thickness).toBeGreaterThan(done.thickness)
    expect([ahead.paint, running.paint]).toEqual(['dashed', 'dashed'])
    expect(ahead.dot).toBe(canvas)
    expect([done.dot, encrypted.dot]).toEqual([encrypted.colour, encrypted.colour])
    await context.close()
  })
}
