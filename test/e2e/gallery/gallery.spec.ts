import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'
import { loadStaticFiles } from '#engine/files/static-files.ts'
import { SCENES } from '#renderer/gallery/scenes.ts'
import { inRoot } from '../../../scripts/lib/paths.ts'
import { test } from '../fixtures.ts'

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

/** WCAG 2.2 AA, as far as a program can tell. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

for (const { id } of SCENES) {
  test(`${id} is accessible in light and dark and fits everywhere`, async ({ openChromium }) => {
    const context = await (await openChromium()).newContext({ viewport: { width: 1040, height: 860 } })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await open(page, id)
      expect(await violations(page)).toEqual([])
    }
    // 320 px is also what 200 % and 400 % zoom leave of a window.
    for (const [width, more] of [
      [320, ''],
      [320, '&lang=de'],
      [1040, '&dir=rtl'],
      [520, '&lang=de&dir=rtl'],
    ] as const) {
      await page.setViewportSize({ width, height: 700 })
      await open(page, id, more)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `nothing sticks out at ${width} ${more}`).toBe(0)
    }
    expect(errors).toEqual([])
    await context.close()
  })
}
