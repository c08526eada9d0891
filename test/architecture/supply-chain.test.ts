import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'

interface LockEntry {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly inBundle?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const readJson = (name: string): unknown => JSON.parse(readFileSync(inRoot(name), 'utf8'))
const lock = readJson('package-lock.json') as { readonly packages: Readonly<Record<string, LockEntry>> }
const manifest = readJson('package.json') as Readonly<Record<string, Readonly<Record<string, string>>>>
const entries = Object.entries(lock.packages).filter(([path]) => path !== '')

/** Packages that end up in the hands of users; everything else is a tool or is bundled and read through. */
const MAX_PRODUCTION_PACKAGES = 1

test('every package in the lock is pinned by its content', () => {
  expect(
    entries
      .filter(([, { integrity, inBundle }]) => integrity === undefined && inBundle !== true)
      .map(([path]) => path),
  ).toEqual([])
})

test('no package comes from a repository or an address', () => {
  expect(
    entries.filter(([, { resolved, link }]) => resolved !== undefined || link === true).map(([path]) => path),
  ).toEqual([])
})

test('the lock holds the parts for every platform, so that it can be installed on each', () => {
  const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !entries.some(([other]) => other.endsWith(`node_modules/${name}`)))
      .map((name) => `${path} -> ${name}`),
  )
  expect(missing).toEqual([])
})

test('direct dependencies are exact versions', () => {
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies']
  const loose = groups.flatMap((group) =>
    Object.entries(manifest[group] ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
  )
  expect(loose).toEqual([])
})

test('few packages are needed at run time', () => {
  expect(Object.keys(manifest['dependencies'] ?? {}).length).toBeLessThanOrEqual(MAX_PRODUCTION_PACKAGES)
})

test('each direct dependency has its reason in CONTRIBUTING.md, and nothing else has', () => {
  const rows =
    readFileSync(inRoot('CONTRIBUTING.md'), 'utf8').split('## Dependencies')[1]?.split('\n## ')[0] ?? ''
  const named = [...rows.matchAll(/^\| (.+?) +\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  )
  const direct = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) =>
    Object.keys(manifest[group] ?? {}),
  )
  const covers = (pattern: string, name: string) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
  expect(direct.filter((name) => !named.some((pattern) => covers(pattern, name)))).toEqual([])
  expect(named.filter((pattern) => !direct.some((name) => covers(pattern, name)))).toEqual([])
})

test('the Node that runs the tools is of one major on every platform', () => {
  const versions = Object.entries(manifest['optionalDependencies'] ?? {}).filter(([name]) =>
    name.startsWith('node-'),
  )
  expect(versions.length).toBe(6)
  expect(new Set(versions.map(([, version]) => version.split('.')[0])).size).toBe(1)
})
