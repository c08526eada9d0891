import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { ICON_SIZES, icnsOf, icoOf, type IconPictures } from '../../scripts/package/icons.ts'

const icon = (name: string): Buffer => readFileSync(inRoot('assets', 'icons', name))
const pictures = Object.fromEntries(
  ICON_SIZES.map((size) => [size, icon(`${size}x${size}.png`)]),
) as IconPictures

test.each(ICON_SIZES)('the picture of %i pixels has that many', (size) => {
  // The header of a PNG says its width and its height at these places.
  expect([pictures[size].readUInt32BE(16), pictures[size].readUInt32BE(20)]).toEqual([size, size])
})

test('the icons of Windows and macOS are these very pictures', () => {
  expect(icon('icon.ico')).toEqual(icoOf(pictures))
  expect(icon('icon.icns')).toEqual(icnsOf(pictures))
})

const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

test.skipIf(!isInstalled('icotool'))('another program reads the icon of Windows', () => {
  const list = execFileSync('icotool', ['--list', inRoot('assets/icons/icon.ico')], { encoding: 'utf8' })
  expect([...list.matchAll(/--width=(\d+)/g)].map(([, width]) => Number(width))).toEqual([
    16, 24, 32, 48, 64, 128, 256,
  ])
})

// It knows the names of the large pictures only.
test.skipIf(!isInstalled('icns2png'))('another program reads the icon of macOS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailwright-icons-'))
  execFileSync('icns2png', ['-x', '-o', folder, inRoot('assets/icons/icon.icns')], { stdio: 'ignore' })
  const sizes = readdirSync(folder).map((name) => Number(/_(\d+)x\d+x32(?:@2x)?\.png$/.exec(name)?.[1]))
  rmSync(folder, { recursive: true })
  expect(new Set(sizes)).toEqual(new Set([256, 512, 1024]))
})
