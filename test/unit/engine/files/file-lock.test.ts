import { spawn } from 'node:child_process'
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fail, ok } from '#shared/outcome.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import { emptyFolder } from './folders.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The number of a process that has existed and does no longer. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await new Promise((resolve) => child.once('exit', resolve))
  if (child.pid === undefined) throw new Error('no process was started')
  return child.pid
}

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
    const lock = join(await emptyFolder(), 'lock')
    await withFileLock(lock, async () => {
      expect(await readFile(lock, 'utf8')).toBe(String(process.pid))
      expect((await stat(lock)).mode & 0o777).toBe(0o600)
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

describe('a lock that was left behind', () => {
  test('by a process that no longer runs is taken over', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'lock'), String(await endedProcess()))
    expect(await withFileLock(join(folder, 'lock'), () => Promise.resolve(ok('done')))).toEqual(ok('done'))
    expect(await readdir(folder)).toEqual([])
  })

  test('long ago is taken over even if another process has the number by now', async () => {
    const folder = await emptyFolder()
    for (const owner of [String(process.pid), '']) {
      await writeFile(join(folder, 'lock'), owner)
      const longAgo = new Date(Date.now() - 1_200_000)
      await utimes(join(folder, 'lock'), longAgo, longAgo)
      expect(await withFileLock(join(folder, 'lock'), () => Promise.resolve(ok('done')))).toEqual(ok('done'))
    }
    expect(await readdir(folder)).toEqual([])
  })

  test('is taken over by one of many that find it', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'lock'), String(await endedProcess()))
    let inside = 0
    let most = 0
    const work = () =>
      withFileLock(join(folder, 'lock'), async () => {
        most = Math.max(most, ++inside)
        await pause(5)
        inside -= 1
        return ok(null)
      })
    await Promise.all(Array.from({ length: 12 }, work))
    expect(most).toBe(1)
    expect(await readdir(folder)).toEqual([])
  })

  test('by a process that runs is respected, and the waiting has an end', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'lock'), String(process.pid))
    const start = performance.now()
    expect(await withFileLock(join(folder, 'lock'), () => Promise.resolve(ok('done')))).toEqual(
      fail('FILE_BUSY'),
    )
    expect(performance.now() - start).toBeGreaterThan(1_900)
    expect(performance.now() - start).toBeLessThan(6_000)
    expect(await readFile(join(folder, 'lock'), 'utf8')).toBe(String(process.pid))
  })
})
