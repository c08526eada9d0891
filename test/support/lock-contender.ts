import { createServer } from 'node:net'
import { fail, ok } from '#shared/outcome.ts'
import { withFileLock } from '#engine/files/file-lock.ts'

/**
 * Goes through a lock again and again. Inside it listens at an address that the system gives to one process at a time
 * and takes back when that process ends, however it ends: two inside at once cannot both have it. Says a line when it
 * begins, and at the end how often it was inside, how long it waited at most, and what went wrong.
 */
const [, , lock = '', address = '', count = '0'] = process.argv
const wrong: string[] = []
let longestMs = 0
console.log('begins')
for (let round = 0; round < Number(count); round += 1) {
  const start = performance.now()
  const done = await withFileLock(lock, async () => {
    longestMs = Math.max(longestMs, performance.now() - start)
    const server = createServer()
    const alone = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(`\0${address}`, () => resolve(true))
    })
    if (!alone) return fail('not alone')
    await new Promise((resolve) => server.close(resolve))
    return ok(null)
  })
  if (!done.ok) wrong.push(done.error)
}
console.log(JSON.stringify({ wrong, longestMs }))
