import { execFileSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { appendFile, chmod, mkdir, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { fail } from '#shared/outcome.ts'
import { readPlainFile } from '#engine/files/plain-file.ts'
import { asOrdinaryUser, emptyFolder } from './folders.ts'

const LIMIT = 1_000

async function read(path: string, beyond: 'refuse' | 'cut' = 'refuse') {
  const start = performance.now()
  const file = await readPlainFile(path, { limit: LIMIT, beyond })
  expect(performance.now() - start).toBeLessThan(1_000)
  return file.ok ? file.value.content.toString('utf8') : file
}

async function fileOf(content: string): Promise<string> {
  const path = join(await emptyFolder(), 'file')
  await writeFile(path, content)
  return path
}

describe('a plain file is read', () => {
  test.each([0, 1, LIMIT - 1, LIMIT])('whole, with %d octets', async (length) => {
    expect(await read(await fileOf('x'.repeat(length)))).toBe('x'.repeat(length))
  })

  test('by a link to it', async () => {
    const path = join(await emptyFolder(), 'link')
    await symlink(await fileOf('content'), path)
    expect(await read(path)).toBe('content')
  })

  test('up to the limit where only its beginning is wanted', async () => {
    expect(await read(await fileOf('x'.repeat(LIMIT * 3)), 'cut')).toBe('x'.repeat(LIMIT))
  })

  test('whole where it is longer than one piece', async () => {
    const path = await fileOf('x'.repeat(200_001))
    const file = await readPlainFile(path, { limit: 1_048_576, beyond: 'refuse' })
    expect(file.ok && file.value.content.length).toBe(200_001)
  })
})

describe('what is no plain file, or no small one, is refused in less than a second', () => {
  test.each<readonly [string, string, () => Promise<string>]>([
    ['one that is not there', 'absent', async () => join(await emptyFolder(), 'nowhere')],
    ['one below a file', 'absent', async () => join(await fileOf(''), 'below')],
    ['a link to itself', 'unreadable', linkToItself],
    ['a name with a NUL', 'unreadable', () => Promise.resolve('a\0b')],
    ['a folder', 'folder', emptyFolder],
    ['a pipe without a writer', 'special', pipe],
    ['a pipe with a writer that says nothing', 'special', writtenPipe],
    ['a socket', 'special', socket],
    ['a device without an end', 'special', () => Promise.resolve('/dev/zero')],
    ['a device that is empty', 'special', () => Promise.resolve('/dev/null')],
    ['a terminal', 'special', () => Promise.resolve('/dev/ptmx')],
    ['one octet too many', 'too-big', () => fileOf('x'.repeat(LIMIT + 1))],
    ['a file of a terabyte without content', 'too-big', sparseFile],
    ['a file whose size is not told beforehand', 'too-big', () => Promise.resolve('/proc/kallsyms')],
  ])('%s', async (_, problem, place) => {
    expect(await read(await place())).toEqual(fail(problem))
  })

  test('a file that grows while it is read', async () => {
    const path = await fileOf('x'.repeat(LIMIT))
    const writing = { on: true }
    const writer = (async () => {
      while (writing.on) await appendFile(path, 'x'.repeat(LIMIT))
    })()
    await vi.waitFor(async () => expect((await stat(path)).size).toBeGreaterThan(LIMIT))
    expect(await read(path)).toEqual(fail('too-big'))
    writing.on = false
    await writer
  })

  test('a file that this user may not read', async () => {
    const path = await fileOf('secret')
    await chmod(path, 0)
    expect(await asOrdinaryUser(() => read(path))).toEqual(fail('denied'))
  })
})

async function linkToItself(): Promise<string> {
  const path = join(await emptyFolder(), 'link')
  await symlink(path, path)
  return path
}

async function pipe(): Promise<string> {
  const path = join(await emptyFolder(), 'pipe')
  execFileSync('mkfifo', [path])
  return path
}

async function writtenPipe(): Promise<string> {
  const path = await pipe()
  const writer = createWriteStream(path, { flags: 'r+' })
  onTestFinished(() => void writer.destroy())
  await new Promise((resolve) => writer.once('open', resolve))
  return path
}

async function socket(): Promise<string> {
  const path = join(await emptyFolder(), 'socket')
  const server = createServer()
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(path, resolve))
  return path
}

async function sparseFile(): Promise<string> {
  const folder = join(await emptyFolder(), 'folder')
  await mkdir(folder)
  execFileSync('truncate', ['--size=1T', join(folder, 'sparse')])
  return join(folder, 'sparse')
}
