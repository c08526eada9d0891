import { spawn } from 'node:child_process'
import { readdir, readFile, stat, utimes } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { fail, ok } from '#shared/outcome.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import { newProcessName } from '#engine/files/process-name.ts'
import { emptyFolder } from '../unit/engine/files/folders.ts'
import { lockOf } from '../unit/engine/files/left-locks.ts'

/** Takes the lock in a process of its own, and tells when it has it. */
async function holder(lock: string) {
  const program = `
    import { withFileLock } from '#engine/files/file-lock.ts'
    await withFileLock(${JSON.stringify(lock)}, () => new Promise(() => { console.log('inside'); setInterval(() => {}, 1e6) }))
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program])
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

describe('a lock of a process', () => {
  test('that runs is respected, and the waiting has an end', async () => {
    const lock = join(await emptyFolder(), 'lock')
    await holder(lock)
    const before = await readdir(lock)
    const start = performance.now()
    expect(await withFileLock(lock, () => Promise.resolve(ok('done')))).toEqual(fail('FILE_BUSY'))
    expect(performance.now() - start).toBeGreaterThan(1_900)
    expect(performance.now() - start).toBeLessThan(6_000)
    expect(await readdir(lock)).toEqual(before)
  })

  test('that was killed while it had it is taken over at once', async () => {
    const lock = join(await emptyFolder(), 'lock')
    const child = await holder(lock)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    const start = performance.now()
    expect(await withFileLock(lock, () => Promise.resolve(ok('done')))).toEqual(ok('done'))
    expect(performance.now() - start).toBeLessThan(1_000)
  })

  test.skipIf(process.platform !== 'linux')(
    'that was killed, and whose parent has not asked about it, is taken over at once',
    async () => {
      const folder = await emptyFolder()
      // The shell becomes a program that never asks about its children.
      const parent = spawn('/bin/sh', ['-c', 'sleep 100 & echo $!; exec sleep 100'])
      onTestFinished(() => void parent.kill('SIGKILL'))
      const id = await new Promise<number>((resolve) =>
        parent.stdout.once('data', (text: Buffer) => resolve(Number(text.toString()))),
      )
      const began = (await readFile(`/proc/${id}/stat`, 'latin1')).split(' ')[21] ?? ''
      const owner = (await newProcessName()).replace(/-\d+-\d+-/, `-${id}-${began}-`)
      await lockOf(join(folder, 'lock'), owner)
      process.kill(id, 'SIGKILL')
      await vi.waitFor(async () => expect(await readFile(`/proc/${id}/stat`, 'latin1')).toContain(') Z '))
      const start = performance.now()
      expect(await withFileLock(join(folder, 'lock'), () => Promise.resolve(ok('done')))).toEqual(ok('done'))
      expect(performance.now() - start).toBeLessThan(1_000)
    },
  )
})

/** Of another computer, in a folder they share: whether that process runs cannot be asked. */
const elsewhere = async () => (await newProcessName()).replace(/^[0-9a-f]{16}/, '0123456789abcdef')

describe('a lock that cannot be asked about', () => {
  test('of another computer that shows no sign of life is taken over in moments', async () => {
    const lock = join(await emptyFolder(), 'lock')
    await lockOf(lock, await elsewhere())
    expect(await withFileLock(lock, () => Promise.resolve(ok('done')))).toEqual(ok('done'))
  })

  test('of another computer that shows itself is respected', async () => {
    const lock = join(await emptyFolder(), 'lock')
    const entry = join(lock, await elsewhere())
    await lockOf(lock, basename(entry))
    const beat = setInterval(() => void utimes(entry, new Date(), new Date()), 100)
    onTestFinished(() => clearInterval(beat))
    expect(await withFileLock(lock, () => Promise.resolve(ok('done')))).toEqual(fail('FILE_BUSY'))
  })

  test('shows itself as long as it is held', async () => {
    const lock = join(await emptyFolder(), 'lock')
    await withFileLock(lock, async () => {
      const [name = ''] = await readdir(lock)
      const shown = () => stat(join(lock, name)).then(({ mtimeMs }) => mtimeMs)
      const first = await shown()
      await vi.waitFor(async () => expect(await shown()).not.toBe(first), 5_000)
      return ok(null)
    })
  })
})
