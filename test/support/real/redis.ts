import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePorts } from './free-ports.ts'
import { findProgram } from './programs.ts'
import { waitForPort } from './wait.ts'

const PROGRAM = findProgram('redis-server') ?? findProgram('valkey-server')
export const hasRedis = PROGRAM !== null

/** A server for the test alone, which keeps nothing on disk. */
export interface RedisServer {
  readonly url: string
  /** Everything that was ever sent to it, in the order of arrival. */
  readonly heard: () => string
  readonly client: Redis
  readonly stop: () => Promise<void>
}

export async function startRedis(): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'mailwright-redis-'))
  const [port = 0] = await freePorts(1)
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder]
  const server = spawn(PROGRAM ?? '', words, { stdio: 'ignore' })
  await waitForPort(port)
  const client = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: null })
  const monitor = await client.monitor()
  let heard = ''
  monitor.on('monitor', (_: string, words: readonly string[]) => (heard += `${words.join(' ')}\n`))
  return {
    url: `redis://127.0.0.1:${port}`,
    heard: () => heard,
    client,
    stop: async () => {
      monitor.disconnect()
      client.disconnect()
      const ended = once(server, 'exit')
      server.kill()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
