import { listPackage } from '@electron/asar'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { runTool } from '../../scripts/lib/run-tool.ts'
import { readFuses, writeStubDistribution } from './stub-distribution.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailwright-package-'))
const packed = join(folder, 'out', 'linux-unpacked')

beforeAll(async () => {
  const { devDependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>
  }
  writeStubDistribution(join(folder, 'stub'), devDependencies['electron'] ?? '')
  const settings = [`-c.electronDist=${join(folder, 'stub')}`, `-c.directories.output=${join(folder, 'out')}`]
  const status = await runTool('electron-builder', ['--linux', 'dir', '--publish', 'never', ...settings])
  expect(status, 'electron-builder reads electron-builder.yml').toBe(0)
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

test('the fuses of features that nobody needs are blown', () => {
  // In Electron's order; asar integrity and "load the archive only" are the two that are on.
  expect(readFuses(readFileSync(join(packed, 'mailwright'))).slice(0, 8)).toBe('00001100')
})
