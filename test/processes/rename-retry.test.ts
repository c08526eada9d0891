import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeFileAtomically } from '#engine/files/atomic-write.ts'
import { onBrokenDrive } from '../support/broken-drive.ts'
import { emptyFolder } from '../unit/engine/files/folders.ts'

const { platform } = process
const beOn = (name: NodeJS.Platform) => Object.defineProperty(process, 'platform', { value: name })
beforeEach(() => void beOn('win32'))
afterEach(() => void beOn(platform))

async function writeOver(code: string, times: number) {
  const folder = await emptyFolder()
  const path = join(folder, 'accounts.json')
  await writeFile(path, 'old')
  const outcome = await onBrokenDrive({ rename: { code, times } }, () => writeFileAtomically(path, 'new'))
  return { outcome, text: await readFile(path, 'utf8'), names: await readdir(folder) }
}

describe('on Windows, where a virus scanner or a reader holds a file for a moment (103)', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('%s four times is waited for', async (code) => {
    expect(await writeOver(code, 4)).toEqual({
      outcome: { ok: true, value: null },
      text: 'new',
      names: ['accounts.json'],
    })
  })

  test.each([
    ['EPERM', 'FILE_DENIED'],
    ['EBUSY', 'FILE_BUSY'],
  ])(
    '%s that does not end is %s, the file is the old one and nothing is left beside it',
    async (code, error) => {
      expect(await writeOver(code, 100)).toEqual({
        outcome: { ok: false, error },
        text: 'old',
        names: ['accounts.json'],
      })
    },
  )
})

test('elsewhere a lack of rights is told at once', async () => {
  beOn('linux')
  expect(await writeOver('EPERM', 1)).toMatchObject({
    outcome: { ok: false, error: 'FILE_DENIED' },
    text: 'old',
  })
})
