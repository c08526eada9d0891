import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isTaken, writeNewFile } from '#engine/files/new-file.ts'
import { emptyFolder } from './folders.ts'

test('a new file is written whole and is readable by its owner alone', async () => {
  const path = join(await emptyFolder(), 'report.md')
  expect(await isTaken(path)).toBe(false)
  expect(await writeNewFile(path, 'ä€😀')).toEqual({ ok: true, value: null })
  expect(await readFile(path, 'utf8')).toBe('ä€😀')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await isTaken(path)).toBe(true)
})

test('a file that is there is left as it is', async () => {
  const path = join(await emptyFolder(), 'report.md')
  await writeFile(path, 'mine')
  expect(await writeNewFile(path, 'new')).toEqual({ ok: false, error: 'FILE_EXISTS' })
  expect(await readFile(path, 'utf8')).toBe('mine')
})

test('a link is not followed, not even one to nowhere', async () => {
  const folder = await emptyFolder()
  await symlink('nowhere', join(folder, 'report.md'))
  expect(await isTaken(join(folder, 'report.md'))).toBe(true)
  expect(await writeNewFile(join(folder, 'report.md'), 'new')).toEqual({ ok: false, error: 'FILE_EXISTS' })
  expect(await readdir(folder)).toEqual(['report.md'])
})

test('a folder that is not there is told', async () => {
  const path = join(await emptyFolder(), 'no', 'report.md')
  expect(await writeNewFile(path, 'new')).toEqual({ ok: false, error: 'FILE_DENIED' })
})

test.skipIf(process.platform !== 'linux')('a device that takes nothing is told and not removed', async () => {
  expect(await writeNewFile('/dev/full', 'new')).toEqual({ ok: false, error: 'FILE_EXISTS' })
})
