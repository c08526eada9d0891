import { WebSocket } from 'ws'
import type { EngineHandlers } from '#shared/contract/contract.ts'
import { createEngine } from '#engine/create-engine.ts'
import type { StaticFile } from '#engine/files/static-files.ts'
import { practiceEnvironment } from '#engine/practice/practice-environment.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'
import { systemEnvironment } from '#engine/system-environment.ts'
import { startBrowserHost, type BrowserHost, type HostOptions } from '#host/server.ts'

export const INDEX = '<meta name="mailwright-session" content="%MAILWRIGHT_SESSION%">'

const FILES: ReadonlyMap<string, StaticFile> = new Map([
  ['/index.html', { type: 'text/html; charset=utf-8', body: Buffer.from(INDEX) }],
  ['/link-used.html', { type: 'text/html; charset=utf-8', body: Buffer.from('<p>This link has been used') }],
  ['/assets/app.js', { type: 'text/javascript; charset=utf-8', body: Buffer.from('export {}') }],
])

export interface PracticeEngine {
  readonly handlers: EngineHandlers
  readonly stop: () => Promise<void>
}

/**
 * The whole engine in the practice world, without waiting.
 * @param programs where mail programs are looked for; there are none of them otherwise
 */
export async function startPracticeEngine(programs: ProgramPlaces | null = null): Promise<PracticeEngine> {
  const real = systemEnvironment({ version: '0.0.0', host: 'browser', openUrl: () => Promise.resolve(false) })
  const practice = await practiceEnvironment(real, 0)
  const { environment } = practice
  const engine = createEngine(programs === null ? environment : { ...environment, programs })
  return {
    handlers: engine.handlers,
    stop: async () => {
      engine.close()
      await practice.stop()
    },
  }
}

export interface TestHost {
  readonly host: BrowserHost
  readonly origin: string
  readonly bugs: readonly string[]
  /** What the host has told about the number of its pages. */
  readonly pageCounts: readonly number[]
  /** Opens the page and gives the key that was written into it. */
  readonly openPage: () => Promise<string>
  readonly socket: (key: string, origin?: string) => Promise<WebSocket>
}

export async function startTestHost(
  handlers: EngineHandlers,
  limits: Pick<HostOptions, 'idleMs' | 'patienceMs'> = {},
): Promise<TestHost> {
  const bugs: string[] = []
  const pageCounts: number[] = []
  const host = await startBrowserHost({
    handlers,
    files: FILES,
    onBug: (error) => bugs.push(String(error)),
    onPages: (count) => pageCounts.push(count),
    onLinkUsed: () => {},
    ...limits,
  })
  const origin = `http://127.0.0.1:${host.port}`
  return {
    host,
    origin,
    bugs,
    pageCounts,
    openPage: async () => {
      // A connection that was kept from an earlier request may be one that the host is just ending.
      const page = await (await fetch(host.createLink(), { headers: { connection: 'close' } })).text()
      return /content="([^"]+)"/.exec(page)?.[1] ?? ''
    },
    socket: (key, from = origin) =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`ws://127.0.0.1:${host.port}/engine`, { origin: from })
        socket.once('open', () => {
          socket.send(JSON.stringify({ hello: key }))
          resolve(socket)
        })
        socket.once('error', reject)
      }),
  }
}
