import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fail, ok } from '#shared/outcome.ts'
import { writeNewFile } from '#engine/files/new-file.ts'
import { onBrokenDrive } from '../../../support/broken-drive.ts'
import { emptyFolder } from './folders.ts'

const writeWithout = (path: string, content: string, code = 'EPERM', renames = 0) =>
  onBrokenDrive({ link: { code, times: 1 }, rename: { code: 'ENOSPC', times: renames } }, () =>
    writeNewFile(path, content),
  )

describe('on a drive where no file has a second name', () => {
  test.each(['EPERM', 'ENOTSUP', 'ENOSYS'])(
    '%s: a new file is written whole, for its owner alone',
    async (code) => {
      const folder = await emptyFolder()
      expect(await writeWithout(join(folder, 'report.md'), 'all of it', code)).toEqual(ok(null))
      expect(await readFile(join(folder, 'report.md'), 'utf8')).toBe('all of it')
      expect((await stat(join(folder, 'report.md'))).mode & 0o777).toBe(0o600)
      expect(await readdir(folder)).toEqual(['report.md'])
    },
  )

  test('one that is there is left as it is', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'report.md'), 'mine')
    expect(await writeWithout(join(folder, 'report.md'), 'new')).toEqual(fail('exists'))
    expect(await readFile(join(folder, 'report.md'), 'utf8')).toBe('mine')
  })

  test('one that cannot be moved there leaves nothing', async () => {
    const folder = await emptyFolder()
    expect(await writeWithout(join(folder, 'report.md'), 'all of it', 'EPERM', 1)).toEqual(fail('full'))
    expect(await readdir(folder)).toEqual([])
  })
})
