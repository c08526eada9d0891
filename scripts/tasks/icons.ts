import { chromium } from 'playwright'
import { readFileSync, writeFileSync } from 'node:fs'
import { findTestBrowser } from '../lib/test-browser.ts'
import { inRoot } from '../lib/paths.ts'
import { ICON_SIZES, SMALL_DRAWING_UP_TO, icnsOf, icoOf, type IconPictures } from '../package/icons.ts'

// Draws the icon of the product in all sizes from its two drawings; what comes out is kept in the repository.
const folder = inRoot('assets', 'icons')
const executablePath = await findTestBrowser((line) => process.stderr.write(`${line}\n`))
if (executablePath === null) throw new Error('no browser to draw with')
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browser = await chromium.launch({ executablePath, args })
const pictures: [number, Buffer][] = []
for (const size of ICON_SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const drawing = readFileSync(`${folder}/${size <= SMALL_DRAWING_UP_TO ? 'icon-small' : 'icon'}.svg`, 'utf8')
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`)
  pictures.push([size, await page.screenshot({ omitBackground: true })])
  await page.close()
}
await browser.close()
for (const [size, picture] of pictures) writeFileSync(`${folder}/${size}x${size}.png`, picture)
const all = Object.fromEntries(pictures) as IconPictures
writeFileSync(`${folder}/icon.ico`, icoOf(all))
writeFileSync(`${folder}/icon.icns`, icnsOf(all))
