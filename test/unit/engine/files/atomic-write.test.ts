import { spawn } from 'node:child_process'
import { chmod, lstat, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileProblem, writeFileAtomically } from '#engine/files/atomic-write.ts'
import { emptyFolder } from './folders.ts'

const OLD = 'the old content'
const NEW = 'the new content ä€😀'

describe('a file is written', () => {
  test('where there was none', async () => {
    const folder = await emptyFolder()
    expect(await writeFileAtomically(join(folder, 'accounts.json'), NEW)).toEqual({ ok: true, value: null })
    expect(await readFile(join(folder, 'accounts.json'), 'utf8')).toBe(NEW)
    expect(await readdir(folder)).toEqual(['accounts.json'])
  })

  test('in place of an older one', async () => {
    const folder = await emptyFolder()
    const path = join(folder, 'accounts.json')
    await writeFile(path, OLD.repeat(1_000))
    expect(await writeFileAtomically(path, NEW)).toMatchObject({ ok: true })
    expect(await readFile(path, 'utf8')).toBe(NEW)
    expect(await readdir(folder)).toEqual(['accounts.json'])
  })

  test('so that only its owner can read it, even if other users could read the older one', async () => {
    const path = join(await emptyFolder(), 'accounts.json')
    await writeFile(path, OLD)
    await chmod(path, 0o644)
    await writeFileAtomically(path, NEW)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  test('empty, when the content is empty', async () => {
    const path = join(await emptyFolder(), 'accounts.json')
    await writeFile(path, OLD)
    await writeFileAtomically(path, '')
    expect(await readFile(path, 'utf8')).toBe('')
  })
})

describe('what is no plain file is refused and left alone', () => {
  test('a link', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'target'), OLD)
    await symlink('target', join(folder, 'accounts.json'))
    expect(await writeFileAtomically(join(folder, 'accounts.json'), NEW)).toEqual({
      ok: false,
      error: 'FILE_UNSAFE',
    })
    expect(await readFile(join(folder, 'target'), 'utf8')).toBe(OLD)
    expect((await lstat(join(folder, 'accounts.json'))).isSymbolicLink()).toBe(true)
    expect(await readdir(folder)).toEqual(['accounts.json', 'target'])
  })

  test('a link to nowhere', async () => {
    const folder = await emptyFolder()
    await symlink('nowhere', join(folder, 'accounts.json'))
    expect(await writeFileAtomically(join(folder, 'accounts.json'), NEW)).toEqual({
      ok: false,
      error: 'FILE_UNSAFE',
    })
    expect(await readdir(folder)).toEqual(['accounts.json'])
  })

  test('a directory', async () => {
    const folder = await emptyFolder()
    await mkdir(join(folder, 'accounts.json'))
    expect(await writeFileAtomically(join(folder, 'accounts.json'), NEW)).toEqual({
      ok: false,
      error: 'FILE_UNSAFE',
    })
    expect(await readdir(folder)).toEqual(['accounts.json'])
  })
})

describe('what cannot be written is said and leaves nothing behind', () => {
  test('104: the directory has vanished', async () => {
    const folder = await emptyFolder()
    await rm(folder, { recursive: true })
    expect(await writeFileAtomically(join(folder, 'accounts.json'), NEW)).toEqual({
      ok: false,
      error: 'FILE_DENIED',
    })
    await expect(stat(folder)).rejects.toThrow('ENOENT')
  })

  test('the directory is a file', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'data'), OLD)
    expect(await writeFileAtomically(join(folder, 'data', 'accounts.json'), NEW)).toMatchObject({ ok: false })
    expect(await readFile(join(folder, 'data'), 'utf8')).toBe(OLD)
  })

  test('the name is longer than a file system takes', async () => {
    const folder = await emptyFolder()
    expect(await writeFileAtomically(join(folder, 'x'.repeat(300)), NEW)).toMatchObject({ ok: false })
    expect(await readdir(folder)).toEqual([])
  })

  test.each([
    ['ENOSPC', 'FILE_FULL'],
    ['EDQUOT', 'FILE_FULL'],
    ['EFBIG', 'FILE_FULL'],
    ['EBUSY', 'FILE_BUSY'],
    ['EEXIST', 'FILE_BUSY'],
    ['EACCES', 'FILE_DENIED'],
    ['EPERM', 'FILE_DENIED'],
    ['EROFS', 'FILE_DENIED'],
    ['ENOENT', 'FILE_DENIED'],
    ['EIO', 'FILE_DENIED'],
  ] as const)('%s means %s', (code, problem) => {
    expect(fileProblem(Object.assign(new Error(code), { code }))).toBe(problem)
  })

  test('what is no error of a file system means FILE_DENIED', () => {
    for (const thrown of [new Error('bug'), 'ENOSPC', null, { code: 'ENOSPC' }])
      expect(fileProblem(thrown)).toBe('FILE_DENIED')
  })
})

describe('a reader sees the old file or the new one, complete', () => {
  const contents = Array.from({ length: 20 }, (_, index) => `${index}`.padStart(4, '0').repeat(50_000))

  test('while it is replaced again and again', async () => {
    const path = join(await emptyFolder(), 'accounts.json')
    await writeFileAtomically(path, contents[0] ?? '')
    const progress = { done: false }
    const writes = (async () => {
      for (const content of contents) await writeFileAtomically(path, content)
      progress.done = true
    })()
    const seen = new Set<string>()
    while (!progress.done) seen.add(await readFile(path, 'utf8'))
    await writes
    expect([...seen].filter((text) => !contents.includes(text)).map((text) => text.slice(0, 20))).toEqual([])
    expect(await readFile(path, 'utf8')).toBe(contents.at(-1))
  })

  test('K1: after its writer was killed', async () => {
    const path = join(await emptyFolder(), 'accounts.json')
    await writeFile(path, 'A'.repeat(300_000))
    for (const afterMs of [0, 3, 7, 11, 23]) {
      await killWriter(path, afterMs)
      expect(await readFile(path, 'utf8')).toMatch(/^(A{300000}|B{300000})$/)
    }
  })
})

/** Starts a process that does nothing but write, and kills it a moment after its first word. */
async function killWriter(path: string, afterMs: number): Promise<void> {
  const program = `
    import { writeFileAtomically } from '#engine/files/atomic-write.ts'
    console.log('writing')
    for (;;) for (const letter of 'AB') await writeFileAtomically(${JSON.stringify(path)}, letter.repeat(300_000))
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  setTimeout(() => child.kill('SIGKILL'), afterMs)
  await ended
}
