import { listPackage } from '@electron/asar'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { runTool } from '../../scripts/lib/run-tool.ts'
import { DECIDED_FUSES, FUSE_VERSION, readFuses } from '../../scripts/package/fuses.ts'
import { findElectron } from '../e2e/launchers/desktop.ts'
import { DELIVERED_FUSES, writeStubDistribution } from './stub-distribution.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailwright-package-'))
const packed = join(folder, 'out', 'linux-unpacked')

let version = ''

/** Packs with an Electron that has these fuses. */
function pack(into: string, fuses: string): Promise<number> {
  const stub = join(folder, `stub-${fuses}`)
  writeStubDistribution(stub, version, fuses)
  const settings = [`-c.electronDist=${stub}`, `-c.directories.output=${join(folder, into)}`]
  return runTool('electron-builder', ['--linux', 'dir', '--publish', 'never', ...settings])
}

beforeAll(async () => {
  const { devDependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>
  }
  version = devDependencies['electron'] ?? ''
  expect(await pack('out', DELIVERED_FUSES), 'electron-builder reads electron-builder.yml').toBe(0)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const archive = () => listPackage(join(packed, 'resources', 'app.asar'), { isPack: false })

test('the archive holds the bundles, the manifest and the keychain binding, and nothing else', () => {
  const foreign = archive().filter(
    (path) =>
      !/^\/(dist(\/(main|preload|renderer)(\/.*)?)?|package\.json|node_modules(\/@napi-rs(\/keyring.*)?)?)$/.test(
        path,
      ),
  )
  expect(foreign).toEqual([])
  expect(archive()).toEqual(
    expect.arrayContaining([
      '/dist/main/main.mjs',
      '/dist/preload/preload.cjs',
      '/dist/renderer/index.html',
      '/node_modules/@napi-rs/keyring/package.json',
      '/package.json',
    ]),
  )
})

test('no source map and no readme is shipped', () => {
  expect(archive().filter((path) => /\.(map|md|ts)$/.test(path))).toEqual([])
})

test('the fuses of features that Mailwright does not need are blown', () => {
  const rows = readFuses(readFileSync(join(packed, 'mailwright-desktop')))
  expect(rows).toEqual([{ version: FUSE_VERSION, fuses: DECIDED_FUSES }])
})

test.each([
  ['one fuse more', `${DELIVERED_FUSES}1`],
  ['one fuse less', DELIVERED_FUSES.slice(1)],
  ['another state of the one that cannot be set', `${DELIVERED_FUSES.slice(0, -1)}0`],
])(
  'an Electron with %s is not packed before a developer has decided about it',
  async (_, fuses) => {
    expect(await pack(`out-${fuses}`, fuses)).not.toBe(0)
  },
  120_000,
)

// The stub has the fuses of the version it was written for; a newer program may have others.
test.skipIf(findElectron() === null)(
  'the Electron program that is installed has the fuses of the stub',
  () => {
    const [row] = readFuses(readFileSync(findElectron() ?? ''))
    expect(row).toEqual({ version: FUSE_VERSION, fuses: DELIVERED_FUSES })
  },
)

test('the keychain binding is the only program beside the archive, which does not protect it', () => {
  const outside = readdirSync(join(packed, 'resources', 'app.asar.unpacked'), { recursive: true })
  const programs = outside.map(String).filter((path) => path.endsWith('.node'))
  expect(programs).toHaveLength(1)
  expect(programs[0]).toMatch(/^node_modules\/@napi-rs\/keyring-[a-z0-9-]+\/keyring\.[a-z0-9-]+\.node$/)
})

test('nothing in it says where updates would come from', () => {
  const resources = readdirSync(join(packed, 'resources'), { recursive: true }).map(String)
  expect(resources).toContain('app.asar')
  expect(resources.filter((path) => /update/i.test(path))).toEqual([])
})

test('macOS lets it compile what it runs, and nothing else', () => {
  const entitlements = readFileSync(inRoot('assets/mac/entitlements.plist'), 'utf8')
  const keys = [...entitlements.matchAll(/<key>([^<]*)<\/key>\s*<(\w+)\/>/g)].map(([, key, value]) => [
    key,
    value,
  ])
  expect(keys).toEqual([['com.apple.security.cs.allow-jit', 'true']])
})

test.each([
  ['a release is signed or does not come about', /^forceCodeSigning: true$/m],
  ['the entitlements are our own', /^ {2}entitlements: assets\/mac\/entitlements\.plist$/m],
  ['those of the helpers too', /^ {2}entitlementsInherit: assets\/mac\/entitlements\.plist$/m],
  ['the hardened runtime is on', /^ {2}hardenedRuntime: true$/m],
])('%s', (_, setting) => {
  expect(readFileSync(inRoot('electron-builder.yml'), 'utf8')).toMatch(setting)
})
