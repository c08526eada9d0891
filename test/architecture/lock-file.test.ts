import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { PRODUCT_ROOMS, sourceFiles } from '../support/source-tree.ts'

interface LockedPackage {
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly hasInstallScript?: boolean
}

const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>
}
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ name: path.replace(/^.*node_modules\//, ''), ...entry }))

/** Packages that would run a program when they are installed, and why nothing is missed when they do not. */
const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  'electron-winstaller': 'chooses a 7-Zip for Squirrel installers, which are not built',
  'msgpackr-extract': 'compiles what its packages for each platform bring ready-made',
}

/** What may be used, changed and passed on for the price of a notice. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'WTFPL',
])
/** Tools whose licence asks for more, for changes to their own files alone: they are neither changed nor shipped. */
const TOOLS_ALONE: Readonly<Record<string, readonly string[]>> = {
  'MPL-2.0': ['@axe-core/playwright', 'axe-core', 'lightningcss'],
}

/** An expression such as `(WTFPL OR MIT)` leaves the choice. */
const choices = (license = 'none') => license.replace(/[()]/g, '').split(' OR ')
const isTool = ({ name, license = '', dev }: { name: string; license?: string; dev?: boolean }) =>
  dev === true && (TOOLS_ALONE[license] ?? []).some((known) => name === known || name.startsWith(`${known}-`))

describe('install scripts', () => {
  test('are in no package but those that do without', () => {
    const found = packages.filter(({ hasInstallScript }) => hasInstallScript === true).map(({ name }) => name)
    expect(found.toSorted()).toEqual(Object.keys(INSTALL_SCRIPTS).toSorted())
  })

  test('are not run, whoever installs', () => {
    expect(readFileSync(inRoot('.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
    const installing = sourceFiles('scripts').flatMap(({ path, text }) =>
      [...text.matchAll(/\[\s*'ci'[^\]]*\]/g)].map(([words]) => ({ path, words })),
    )
    expect(installing.length).toBeGreaterThan(1)
    expect(installing.filter(({ words }) => !words.includes('--ignore-scripts'))).toEqual([])
  })
})

describe('licences', () => {
  test('allow use, change and passing on for a notice, or the package is a tool', () => {
    const others = packages.filter(
      (one) => !choices(one.license).some((licence) => PERMISSIVE.has(licence)) && !isTool(one),
    )
    expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([])
  })
})

describe('what ends up with users', () => {
  test('is one package and its ready-made parts for each platform', () => {
    const shipped = packages.filter(
      ({ name, dev, devOptional }) => dev !== true && devOptional !== true && !name.startsWith('node-'),
    )
    expect(shipped.length).toBeLessThanOrEqual(13)
    expect(shipped.filter(({ name }) => !/^@napi-rs\/keyring(?:-|$)/.test(name))).toEqual([])
  })

  test('is not changed by itself: nothing in it looks for updates', () => {
    const updating = sourceFiles(...PRODUCT_ROOMS).filter(({ text }) =>
      /autoUpdater|electron-updater|update-electron-app/.test(text),
    )
    expect(updating.map(({ path }) => path)).toEqual([])
    expect(packages.filter(({ name }) => /^(?:electron-updater|update-electron-app)$/.test(name))).toEqual([])
    const settings = readFileSync(inRoot('electron-builder.yml'), 'utf8')
    expect(settings).toMatch(/^publish: null$/m)
    expect(existsSync(inRoot('dev-app-update.yml'))).toBe(false)
  })
})
