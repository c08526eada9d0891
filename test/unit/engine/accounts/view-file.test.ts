import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createViewFile } from '#engine/accounts/view-file.ts'
import { emptyFolder } from '../files/folders.ts'

async function place() {
  const folder = await emptyFolder()
  return { folder, path: join(folder, 'view.json'), accountsPath: join(folder, 'accounts.json') }
}

describe('the view that was chosen', () => {
  test('is there again for the next process', async () => {
    const { accountsPath } = await place()
    expect(await createViewFile(accountsPath).write('technician')).toBe('kept')
    expect(await createViewFile(accountsPath).read()).toBe('technician')
    expect(await createViewFile(accountsPath).write('plain')).toBe('kept')
    expect(await createViewFile(accountsPath).read()).toBe('plain')
  })

  test('is kept where there was no folder yet', async () => {
    const { folder } = await place()
    const views = createViewFile(join(folder, 'new', 'accounts.json'))
    expect(await views.read()).toBe('plain')
    expect(await views.write('technician')).toBe('kept')
    expect(await views.read()).toBe('technician')
  })

  test.each([
    ['an empty file', ''],
    ['half a file', '{"schema":1,"vi'],
    ['another view', '{"schema":1,"view":"wizard"}'],
    ['a list', '[]'],
    ['something far too long', ' '.repeat(100_000)],
  ])('is the plain one after %s, which is replaced', async (_, content) => {
    const { path, accountsPath } = await place()
    await writeFile(path, content)
    expect(await createViewFile(accountsPath).read()).toBe('plain')
    expect(await createViewFile(accountsPath).write('technician')).toBe('kept')
    expect(await createViewFile(accountsPath).read()).toBe('technician')
  })

  test('is left as a later version has written it', async () => {
    const { path, accountsPath } = await place()
    const later = '{"schema":2,"view":"technician"}'
    await writeFile(path, later)
    expect(await createViewFile(accountsPath).read()).toBe('plain')
    expect(await createViewFile(accountsPath).write('plain')).toBe('left')
    expect(await readFile(path, 'utf8')).toBe(later)
  })

  test('is not kept where something else has its name, and nothing is left over', async () => {
    const { folder, path, accountsPath } = await place()
    await mkdir(path)
    expect(await createViewFile(accountsPath).read()).toBe('plain')
    expect(await createViewFile(accountsPath).write('technician')).toBe('left')
    expect(await readdir(folder)).toEqual(['view.json'])
  })
})
