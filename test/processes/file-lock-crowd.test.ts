import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ok } from '#shared/outcome.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import { emptyFolder } from '../unit/engine/files/folders.ts'

interface Account {
  readonly wrong: readonly string[]
  readonly longestMs: number
}

/** @returns what a process says of itself that goes through the lock; `null` for one that was killed at it */
async function contender(
  lock: string,
  address: string,
  rounds: number,
  killedAfterMs: number | null,
): Promise<Account | null> {
  const script = inRoot('test/support/lock-contender.ts')
  const child = spawn(process.execPath, [script, lock, address, String(rounds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '' && killedAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killedAfterMs)
    said += text
  })
  await new Promise((resolve) => child.once('close', resolve))
  const [, account] = said.split('\n')
  return account === undefined || account === '' ? null : (JSON.parse(account) as Account)
}

describe.skipIf(process.platform !== 'linux')('many processes at one lock', () => {
  test('are inside one at a time, whichever is killed where, and none waits for one that is dead', async () => {
    const folder = await emptyFolder()
    const lock = join(folder, 'accounts.json.lock')
    const address = `mailwright-${randomUUID()}`
    const killed = Array.from({ length: 12 }, (_, index) =>
      contender(lock, address, 100_000, 1 + index * 11 + Math.random() * 10),
    )
    const living = Array.from({ length: 3 }, () => contender(lock, address, 150, null))
    const accounts = await Promise.all(living)
    expect(await Promise.all(killed)).toEqual(killed.map(() => null))
    expect(accounts.map((account) => account?.wrong)).toEqual([[], [], []])
    expect(Math.max(...accounts.map((account) => account?.longestMs ?? Infinity))).toBeLessThan(3_000)

    const start = performance.now()
    expect(await withFileLock(lock, () => Promise.resolve(ok('done')))).toEqual(ok('done'))
    expect(performance.now() - start).toBeLessThan(1_000)
    expect(await readdir(folder)).toEqual([])
  }, 60_000)
})
