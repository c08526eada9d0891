import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import type { ReplyMessage } from '#shared/contract/messages.ts'
import { inRoot } from '../../../scripts/lib/paths.ts'
import type { FromMain, ToMain } from '../electron-stand-in/wire.ts'
import type { Effects } from './effects.ts'

/** A built program of ours, as a page reaches it, with everything it does to the world counted. */
export interface FuzzedProgram {
  readonly send: (message: unknown) => void
  /** Sends text or octets as they are; only a WebSocket carries such. */
  readonly sendRaw: (data: string | Buffer, kind: 'text' | 'binary') => void
  /** Speaks for a page that has been loaded again. */
  readonly reconnect: () => Promise<void>
  /** Told how a connection was closed by the program. */
  readonly closed: () => Promise<number>
  readonly onReply: (listener: (reply: ReplyMessage) => void) => void
  /** What it has done since this was asked last. */
  readonly effects: () => Promise<Effects>
  readonly output: () => string
  readonly isAlive: () => boolean
  readonly stop: () => Promise<void>
}

export interface BrowserProgram extends FuzzedProgram {
  readonly port: number
  /** What a page shows first. */
  readonly key: string
}

export type World = 'real' | 'practice'

const EFFECTS = inRoot('test/support/fuzz/effects.ts')
const STAND_IN = inRoot('test/support/electron-stand-in/register.mjs')
const PAGE = 'app://mailwright/index.html'

export interface DesktopProgram extends FuzzedProgram {
  /** Does what Electron would do. */
  readonly tell: (message: ToMain) => void
  /** What Electron was told to do. */
  readonly told: readonly FromMain[]
}

/** The shipped main process of the desktop window, over what stands in for Electron. */
export async function startDesktop(world: World, args: readonly string[] = []): Promise<DesktopProgram> {
  const child = start(
    'dist/main/main.mjs',
    [...(world === 'practice' ? ['--practice'] : []), ...args],
    ['--import', STAND_IN],
  )
  let listener: (reply: ReplyMessage) => void = () => {}
  const told: FromMain[] = []
  child.process.on('message', (message: FromMain) => {
    if (message.type === 'to-page') listener(message.args[0] as ReplyMessage)
    else told.push(message)
  })
  await child.heard('load')
  child.process.send({ type: 'loaded' })
  return {
    ...child.common,
    told,
    tell: (message) => void child.process.send(message),
    send: (message) =>
      void child.process.send({
        type: 'ipc',
        channel: 'mailwright:ask',
        args: [message],
        frame: 'main',
        frameUrl: PAGE,
      }),
    sendRaw: () => {
      throw new Error('IPC carries values')
    },
    reconnect: () => Promise.resolve(),
    closed: () => Promise.reject(new Error('IPC has no connection')),
    onReply: (heard) => void (listener = heard),
  }
}

/** The shipped browser host, over a WebSocket that has shown its key. */
export async function startBrowserProgram(world: World): Promise<BrowserProgram> {
  const child = start(
    'dist/cli/mailwright.mjs',
    ['serve', ...(world === 'practice' ? ['--practice'] : [])],
    [],
  )
  const link = await child.linkSaid()
  const { host, origin } = new URL(link)
  const key = /content="([^"]{43})"/.exec(await (await fetch(link)).text())?.[1] ?? ''
  let listener: (reply: ReplyMessage) => void = () => {}
  const open = () =>
    new Promise<WebSocket>((resolve, reject) => {
      const opened = new WebSocket(`ws://${host}/engine`, { origin, perMessageDeflate: false })
      opened.on('message', (data: Buffer) => listener(JSON.parse(data.toString('utf8')) as ReplyMessage))
      opened.once('error', reject)
      opened.once('open', () => {
        opened.send(JSON.stringify({ hello: key }))
        resolve(opened)
      })
    })
  let socket = await open()
  return {
    ...child.common,
    port: Number(new URL(link).port),
    key,
    send: (message) => socket.send(JSON.stringify(message)),
    sendRaw: (data, kind) => socket.send(data, { binary: kind === 'binary' }),
    reconnect: async () => {
      socket.terminate()
      socket = await open()
    },
    closed: () => new Promise((resolve) => socket.once('close', resolve)),
    onReply: (heard) => void (listener = heard),
    stop: () => {
      socket.terminate()
      return child.common.stop()
    },
  }
}

/** A home of its own, and no display: nothing of this computer is opened or changed. */
function environmentIn(home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: home,
    TMPDIR: home,
    LANG: 'en_US.UTF-8',
    MAILWRIGHT_DATA_DIR: join(home, 'data'),
    STAND_IN_PRINTING: 'fails',
  }
}

function start(program: string, args: readonly string[], node: readonly string[]) {
  const home = mkdtempSync(join(tmpdir(), 'mailwright-fuzzed-'))
  const child = fork(inRoot(program), [...args], {
    execArgv: [...node, '--import', EFFECTS],
    env: environmentIn(home),
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const heard = <M extends { readonly type: string }>(type: M['type']) =>
    next<M>(child, ended, type, () => said)
  return {
    process: child,
    heard,
    linkSaid: () =>
      new Promise<string>((resolve, reject) => {
        const look = () => {
          const [link] = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}/.exec(said) ?? []
          if (link !== undefined) resolve(link)
        }
        child.stdout?.on('data', look)
        void ended.then(() => reject(new Error(`it ended: ${said}`)))
      }),
    common: {
      output: () => said,
      isAlive: () => child.exitCode === null && child.signalCode === null,
      effects: async () => {
        const told = heard<{ readonly type: 'effects'; readonly effects: Effects }>('effects')
        child.send({ type: 'effects' })
        return (await told).effects
      },
      stop: async () => {
        child.kill('SIGKILL')
        await ended
        rmSync(home, { recursive: true, force: true })
      },
    },
  }
}

function next<M extends { readonly type: string }>(
  child: ChildProcess,
  ended: Promise<void>,
  type: M['type'],
  said: () => string,
): Promise<M> {
  return new Promise((resolve, reject) => {
    const listen = (message: M) => {
      if (message.type !== type) return
      child.off('message', listen)
      resolve(message)
    }
    child.on('message', listen)
    void ended.then(() => reject(new Error(`the program ended: ${said()}`)))
  })
}
