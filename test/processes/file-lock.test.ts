import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fail, ok } from '#shared/outcome.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import { newProcessName } from '#engine/files/process-name.ts'
import { emptyFolder } from '../unit/engine/files/folders.ts'
import { endedProcess, lockOf, nameOf } from '../unit/engine/files/left-locks.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('work behind a lock', () => {
  test('is done, and its result is passed on', async () => {
    const folder = await emptyFolder()
    expect(await withFileLock(join(folder, 'lock'), () => Promise.resolve(ok(7)))).toEqual(ok(7))
    expect(await withFileLock(join(folder, 'lock'), () => Promise.resolve(fail('why')))).toEqual(fail('why'))
    expect(await readdir(folder)).toEqual([])
  })

  test('that breaks leaves no lock', async () => {
    const folder = await emptyFolder()
    const broken = withFileLock(join(folder, 'lock'), () => Promise.reject(new Error('bug')))
    await expect(broken).rejects.toThrow('bug')
    expect(await readdir(folder)).toEqual([])
  })

  test('holds a lock that names this process and is for its owner alone', async () => {
    const folder = await emptyFolder()
    const lock = join(folder, 'lock')
    await withFileLock(lock, async () => {
      expect(await readdir(lock)).toEqual([expect.stringMatching(`^[0-9a-f]{16}-${process.pid}-\\d+-`)])
      expect((await stat(lock)).mode & 0o777).toBe(0o700)
      expect(await readdir(folder)).toEqual(['lock'])
      return ok(null)
    })
  })

  test('is not begun where no lock can be put', async () => {
    const folder = await emptyFolder()
    let begun = false
    const result = await withFileLock(join(folder, 'missing', 'lock'), () => {
      begun = true
      return Promise.resolve(ok(null))
    })
    expect(result).toEqual(fail('FILE_DENIED'))
    expect(begun).toBe(false)
  })
})

describe('two at once', () => {
  test('come one after the other', async () => {
    const lock = join(await emptyFolder(), 'lock')
    const order: string[] = []
    const work = (name: string) =>
      withFileLock(lock, async () => {
        order.push(`${name} begins`)
        await pause(30)
        order.push(`${name} ends`)
        return ok(name)
      })
    expect(await Promise.all([work('a'), work('b')])).toEqual([ok('a'), ok('b')])
    expect([order[0]?.[0], order[1]]).toEqual([order[1]?.[0], `${order[0]?.[0]} ends`])
    expect(order.length).toBe(4)
    expect(order[3]).toBe(`${order[2]?.[0]} ends`)
  })

  test('many come one at a time', async () => {
    const lock = join(await emptyFolder(), 'lock')
    let inside = 0
    let most = 0
    const work = () =>
      withFileLock(lock, async () => {
        most = Math.max(most, ++inside)
        await pause(5)
        inside -= 1
        return ok(null)
      })
    const results = await Promise.all(Array.from({ length: 8 }, work))
    expect(results).toEqual(Array.from({ length: 8 }, () => ok(null)))
    expect(most).toBe(1)
  })
})

/** What may lie in the place of a lock, and belongs to no process that runs. */
const LEFT_BEHIND: readonly (readonly [string, (lock: string) => Promise<void>])[] = [
  ['an empty file', (lock) => writeFile(lock, '')],
  ['a file with anything in it', (lock) => writeFile(lock, 'anything\0')],
  ['a file with the number of a process that runs', (lock) => writeFile(lock, String(process.pid))],
  ['an empty folder', (lock) => mkdir(lock).then(() => {})],
  ['a folder of another program', (lock) => lockOf(lock, '.DS_Store')],
  [
    'a folder with an empty folder in it',
    (lock) => mkdir(join(lock, 'x'), { recursive: true }).then(() => {}),
  ],
  [
    'an empty folder named as a process that runs',
    async (lock) => void (await mkdir(join(lock, await newProcessName()), { recursive: true })),
  ],
  ['a link to nowhere', (lock) => symlink('nowhere', lock)],
  ['the lock of a process that has ended', async (lock) => lockOf(lock, await nameOf(await endedProcess()))],
  [
    'the lock of an earlier process with the number of this one',
    async (lock) => lockOf(lock, (await nameOf(process.pid)).replace(/-(\d+)-(\d+)-/, '-$1-1-')),
  ],
]

describe('what was left behind in the place of a lock is taken over at once', () => {
  test.each(LEFT_BEHIND)('%s', async (_, leave) => {
    const folder = await emptyFolder()
    await leave(join(folder, 'lock'))
    const start = performance.now()
    expect(await withFileLock(join(folder, 'lock'), () => Promise.resolve(ok('done')))).toEqual(ok('done'))
    expect(performance.now() - start).toBeLessThan(1_000)
    expect(await readdir(folder)).toEqual([])
  })

  test.each(LEFT_BEHIND)('%s, by one of many that find it', async (_, leave) => {
    const folder = await emptyFolder()
    await leave(join(folder, 'lock'))
    let inside = 0
    let most = 0
    const work = () =>
      withFileLock(join(folder, 'lock'), async () => {
        most = Math.max(most, ++inside)
        await pause(5)
        inside -= 1
        return ok(null)
      })
    const results = await Promise.all(Array.from({ length: 12 }, work))
    expect(results.every((result) => result.ok)).toBe(true)
    expect(most).toBe(1)
    expect(await readdir(folder)).toEqual([])
  })

  test('what a link in its place leads to is left alone', async () => {
    const folder = await emptyFolder()
    await mkdir(join(folder, 'mine'))
    await writeFile(join(folder, 'mine', 'letter'), 'Dear Anna')
    await symlink('mine', join(folder, 'lock'))
    expect(await withFileLock(join(folder, 'lock'), () => Promise.resolve(ok('done')))).toEqual(ok('done'))
    expect(await readFile(join(folder, 'mine', 'letter'), 'utf8')).toBe('Dear Anna')
    expect(await readdir(folder)).toEqual(['mine'])
  })

  test.each(['.accounts.json.OWNER.tmp', '.lock.OWNER.tmp'])(
    'with it goes %s, which a process that was killed had begun',
    async (form) => {
      const folder = await emptyFolder()
      const left = form.replace('OWNER', await nameOf(await endedProcess()))
      const others = [form.replace('OWNER', await newProcessName()), '.mine.tmp', 'accounts.json']
      for (const name of [left, ...others]) await writeFile(join(folder, name), '')
      await withFileLock(join(folder, 'lock'), () => Promise.resolve(ok('done')))
      expect((await readdir(folder)).toSorted()).toEqual(others.toSorted())
    },
  )
})

test('a folder within a lock that holds something is moved aside, with all that it holds', async () => {
  const folder = await emptyFolder()
  await mkdir(join(folder, 'lock', 'mine', 'letters'), { recursive: true })
  await writeFile(join(folder, 'lock', 'mine', 'letters', 'one'), 'Dear Anna')
  const work = () => withFileLock(join(folder, 'lock'), () => Promise.resolve(ok('done')))
  const start = performance.now()
  expect(await Promise.all(Array.from({ length: 6 }, work))).toEqual(
    Array.from({ length: 6 }, () => ok('done')),
  )
  expect(performance.now() - start).toBeLessThan(2_000)
  const [aside = '', ...others] = await readdir(folder)
  expect(others).toEqual([])
  expect(aside).toMatch(/^lock\.aside-/)
  expect(await readFile(join(folder, aside, 'letters', 'one'), 'utf8')).toBe('Dear Anna')
})
