import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { goodTls } from '../support/certificates.ts'
import { mailServer } from '../support/behaviour.ts'
import { leftBehind, MOST_DEAF_MS, MOST_MEMORY_KB } from '../support/oracle.ts'
import { tryOut } from '../support/probe-bench.ts'
import { TEST_LIMITS } from '../support/test-limits.ts'

const honest = mailServer('imap', 'tls', goodTls)

/** A check during which this happens, in the middle of things. */
function checkWhile(happens: () => Promise<unknown>) {
  return tryOut(honest, {
    protocol: 'imap',
    // What happens takes computing time, and on a busy computer much more of the clock.
    limits: { ...TEST_LIMITS, dnsMs: 30_000 },
    tools: ({ resolver }) => ({
      resolver: {
        ...resolver,
        addresses: async (host, signal) => {
          await delay(30)
          await happens()
          return resolver.addresses(host, signal)
        },
      },
    }),
  })
}

test('computing for long without listening does not escape the oracle', async () => {
  const compute = async () => {
    const before = process.threadCpuUsage()
    const spentMs = () => process.threadCpuUsage(before).user / 1_000
    while (spentMs() < MOST_DEAF_MS * 1.5);
  }
  await expect(checkWhile(compute)).rejects.toThrow('milliseconds of computing without listening')
})

test('computing for as long in small pieces is none of its business', async () => {
  const compute = async () => {
    for (let piece = 0; piece < 10; piece += 1) {
      const before = process.threadCpuUsage()
      while (process.threadCpuUsage(before).user < MOST_DEAF_MS * 150);
      await delay(10)
    }
  }
  await expect(checkWhile(compute)).resolves.toMatchObject({ result: { code: 'OK' } })
})

test('waiting for long is none of its business', async () => {
  await expect(checkWhile(() => delay(MOST_DEAF_MS * 2))).resolves.toMatchObject({ result: { code: 'OK' } })
})

test('taking much memory does not escape the oracle', async () => {
  const hoard: Buffer[] = []
  const take = async () => void hoard.push(Buffer.alloc(MOST_MEMORY_KB * 1_024 * 1.5, 1))
  await expect(checkWhile(take)).rejects.toThrow('kilobytes of memory')
  expect(hoard).toHaveLength(1)
})

test('what is left behind is counted, what was there before is not', async () => {
  const before = process.getActiveResourcesInfo()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const timer = setTimeout(() => {}, 60_000)
  expect(leftBehind(before).toSorted()).toEqual(['TCPServerWrap', 'Timeout'])
  clearTimeout(timer)
  await new Promise((resolve) => server.close(resolve))
  await delay(5)
  expect(leftBehind(before)).toEqual([])
})
