import { execFileSync } from 'node:child_process'
import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fail, ok } from '#shared/outcome.ts'
import { problemOfPlace, replaceFile, writeNewFile } from '#engine/files/new-file.ts'
import { asOrdinaryUser, emptyFolder } from './folders.ts'

test('a new file is written whole and is readable by its owner alone', async () => {
  const path = join(await emptyFolder(), 'report.md')
  expect(await problemOfPlace(path)).toBeNull()
  expect(await writeNewFile(path, 'ä€😀')).toEqual(ok(null))
  expect(await readFile(path, 'utf8')).toBe('ä€😀')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('it may be named without a folder', async () => {
  expect(await problemOfPlace('a-report-that-is-not-there.md')).toBeNull()
})

test('a file that is there is left as it is', async () => {
  const path = join(await emptyFolder(), 'report.md')
  await writeFile(path, 'mine')
  expect(await writeNewFile(path, 'new')).toEqual(fail('exists'))
  expect(await readFile(path, 'utf8')).toBe('mine')
})

test('a link is not followed, not even one to nowhere', async () => {
  const folder = await emptyFolder()
  await symlink('nowhere', join(folder, 'report.md'))
  expect(await writeNewFile(join(folder, 'report.md'), 'new')).toEqual(fail('exists'))
  expect(await readdir(folder)).toEqual(['report.md'])
})

test('until it is complete it has no name: a crash leaves no half of it', async () => {
  const path = join(await emptyFolder(), 'report.md')
  const content = 'x'.repeat(20_000_000)
  const sizes = new Set<number>()
  const writing = { done: false }
  const watching = (async () => {
    while (!writing.done) sizes.add(await sizeOf(path))
  })()
  expect(await writeNewFile(path, content)).toEqual(ok(null))
  writing.done = true
  await watching
  expect([...sizes].filter((size) => size !== 0 && size !== content.length)).toEqual([])
  expect(await readdir(join(path, '..'))).toEqual(['report.md'])
})

test('what the user said may go is replaced whole, and a link is not', async () => {
  const folder = await emptyFolder()
  const path = join(folder, 'report.md')
  expect(await replaceFile(path, 'first')).toEqual(ok(null))
  expect(await replaceFile(path, 'second')).toEqual(ok(null))
  expect(await readFile(path, 'utf8')).toBe('second')
  await symlink('report.md', join(folder, 'link'))
  expect(await replaceFile(join(folder, 'link'), 'third')).toEqual(fail('special'))
  expect(await replaceFile(folder, 'third')).toEqual(fail('folder'))
  expect(await readFile(path, 'utf8')).toBe('second')
  expect((await readdir(folder)).toSorted()).toEqual(['link', 'report.md'])
})

describe('what is wrong with a place is said before and at the writing, at once', () => {
  const below = (name: string) => async () => join(await emptyFolder(), name)
  test.each<readonly [string, string, () => Promise<string>]>([
    ['a folder in which no file can be made', 'denied', () => Promise.resolve('/proc/report.md')],
    ['a folder that is not there', 'no-folder', below('no/report.md')],
    ['a file in the place of the folder', 'no-folder', () => Promise.resolve('/etc/hostname/report.md')],
    ['a folder', 'folder', emptyFolder],
    ['the name of a folder to be', 'folder', below('reports/')],
    ['a name that is too long', 'name', below('x'.repeat(300))],
    ['a name with a NUL', 'name', below('report\0.md')],
    ['no name', 'name', () => Promise.resolve('')],
    ['a device without an end', 'exists', () => Promise.resolve('/dev/zero')],
    ['a pipe without a reader', 'exists', pipe],
  ])('%s', async (_, problem, place) => {
    const path = await place()
    const start = performance.now()
    expect(await problemOfPlace(path)).toBe(problem)
    expect(await writeNewFile(path, 'new')).toEqual(fail(problem))
    expect(performance.now() - start).toBeLessThan(1_000)
  })

  test('a folder of another user', async () => {
    expect(await asOrdinaryUser(() => writeNewFile('/etc/report.md', 'new'))).toEqual(fail('denied'))
  })
})

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

async function pipe(): Promise<string> {
  const path = join(await emptyFolder(), 'pipe')
  execFileSync('mkfifo', [path])
  return path
}
