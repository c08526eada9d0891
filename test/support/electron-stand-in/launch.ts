import { fork, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright/test'
import { inRoot } from '../../../scripts/lib/paths.ts'
import type { FetchAnswer, FromMain, PrintOptions, ToMain } from './wire.ts'

const REGISTER = fileURLToPath(new URL('./register.mjs', import.meta.url))
/** Custom schemes cannot be opened in a plain browser; a name below localhost counts as secure, as our scheme does. */
const APP = 'app://mailwright'
const MAPPED = 'http://mailwright.localhost'

export interface StandInApp {
  readonly page: Page
  readonly output: () => string
  /** The addresses that were handed to the system. */
  readonly opened: readonly string[]
  /** What was said in windows of their own. */
  readonly said: readonly string[]
  readonly webPreferences: Readonly<Record<string, unknown>>
  readonly ask: <T>(question: StandInQuestion) => Promise<T>
  readonly tell: (message: ToMain) => void
  readonly focusCount: () => number
  readonly close: () => Promise<void>
  /** Sends these signals one after the other, and settles when the program has ended. */
  readonly interrupt: (...signals: readonly NodeJS.Signals[]) => Promise<void>
}

type WithoutId<M> = M extends { readonly id: number } ? Omit<M, 'id'> : never
export type StandInQuestion = WithoutId<ToMain>

/** Runs the shipped main process under the stand-in and shows its window in a real Chromium. */
export async function launchStandIn(
  browser: Browser,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<StandInApp> {
  const main = new MainProcess(forkMain(args, env))
  const { preload, webPreferences } = await main.next('window')
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1040, height: 860 } })
  const page = await openPage(context, main, preload)
  const { url } = await main.next('load')
  await page.goto(url.replace(APP, MAPPED))
  main.tell({ type: 'loaded' })
  return {
    page,
    webPreferences,
    output: () => main.output,
    opened: main.opened,
    said: main.said,
    ask: (question) => main.ask(question),
    tell: (message) => main.tell(message),
    focusCount: () => main.focused,
    close: async () => {
      await context.close()
      main.tell({ type: 'close' })
      await main.ended
    },
    interrupt: async (...signals) => {
      for (const signal of signals) main.kill(signal)
      await main.ended
      await context.close()
    },
  }
}

export interface UnstartedApp {
  readonly status: number | null
  readonly output: string
  /** What was said in a window of its own. */
  readonly boxes: readonly string[]
  /** Windows of the application: none of them should have been made. */
  readonly windows: number
}

/** Runs the shipped main process until it ends by itself, which is what it does when it cannot start. */
export async function startInVain(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<UnstartedApp> {
  const child = forkMain(args, env)
  let output = ''
  const boxes: string[] = []
  let windows = 0
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  child.on('message', (message: FromMain) => {
    if (message.type === 'error-box') boxes.push(message.words)
    if (message.type === 'window') {
      windows += 1
      child.send({ type: 'close' } satisfies ToMain)
    }
  })
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { status, output, boxes, windows }
}

function forkMain(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return fork(inRoot('dist/main/main.mjs'), [...args], {
    execArgv: ['--import', REGISTER],
    env: { ...process.env, LANG: 'en_US.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

async function openPage(context: BrowserContext, main: MainProcess, preload: string): Promise<Page> {
  const page = await context.newPage()
  await page.route('**/*', async (route) => {
    const url = route.request().url().replace(MAPPED, APP)
    const answer = await main.ask<FetchAnswer | null>({ type: 'fetch', url })
    if (answer === null) return route.abort('blockedbyclient')
    return route.fulfill({
      status: answer.status,
      headers: answer.headers,
      body: Buffer.from(answer.body, 'base64'),
    })
  })
  await page.exposeFunction('__standInSend', (channel: string, args: readonly unknown[]) =>
    main.tell({ type: 'ipc', channel, args, frame: 'main', frameUrl: page.url().replace(MAPPED, APP) }),
  )
  await page.addInitScript(preloadScript(await readFile(preload, 'utf8')))
  main.onToPage = (channel, args) =>
    void page
      .evaluate(([name, values]) => globalThis.__standInReceive(name, values), [channel, args] as const)
      .catch(() => {})
  main.onPrint = ({ pageSize, printBackground }) => page.pdf({ format: pageSize, printBackground })
  return page
}

declare global {
  var __standInReceive: (channel: string, args: readonly unknown[]) => void
}

/** The shipped preload with the two modules it asks for. */
function preloadScript(source: string): string {
  return `(() => {
    const listeners = new Map()
    globalThis.__standInReceive = (channel, args) => (listeners.get(channel) ?? []).forEach((listen) => listen({}, ...args))
    const electron = {
      contextBridge: { exposeInMainWorld: (name, api) => Object.defineProperty(globalThis, name, { value: Object.freeze(api) }) },
      ipcRenderer: {
        send: (channel, ...args) => void globalThis.__standInSend(channel, args),
        on: (channel, listen) => listeners.set(channel, [...(listeners.get(channel) ?? []), listen]),
      },
    }
    const require = (name) => { if (name === 'electron') return electron; throw new Error('a sandboxed preload cannot load ' + name) }
    const module = { exports: {} }
    ;((require, module, exports) => {${source}\n})(require, module, module.exports)
  })()`
}

class MainProcess {
  output = ''
  focused = 0
  readonly opened: string[] = []
  readonly said: string[] = []
  readonly ended: Promise<void>
  onToPage: (channel: string, args: readonly unknown[]) => void = () => {}
  onPrint: (options: PrintOptions) => Promise<Buffer> = () => Promise.reject(new Error('there is no page'))
  readonly #child: ChildProcess
  readonly #early: FromMain[] = []
  readonly #answers = new Map<number, (value: unknown) => void>()
  #waiter: ((message: FromMain) => void) | null = null
  #lastId = 0

  constructor(child: ChildProcess) {
    this.#child = child
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString('utf8')))
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString('utf8')))
    child.on('message', (message: FromMain) => this.#receive(message))
    this.ended = new Promise((resolve) => child.once('exit', () => resolve()))
  }

  tell(message: ToMain): void {
    // It may end between the question and the message.
    if (this.#child.connected) this.#child.send(message, () => {})
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  ask<T>(question: StandInQuestion): Promise<T> {
    const id = ++this.#lastId
    return new Promise((resolve) => {
      this.#answers.set(id, (value) => resolve(value as T))
      this.tell({ ...question, id })
    })
  }

  async next<T extends 'window' | 'load'>(type: T): Promise<Extract<FromMain, { type: T }>> {
    const early = this.#early.find((message) => message.type === type)
    if (early !== undefined) return early as Extract<FromMain, { type: T }>
    return new Promise((resolve, reject) => {
      this.#waiter = (message) => {
        if (message.type === type) resolve(message as Extract<FromMain, { type: T }>)
      }
      void this.ended.then(() => reject(new Error(`the main process ended: ${this.output}`)))
    })
  }

  async #print({ id, options }: Extract<FromMain, { type: 'print' }>): Promise<void> {
    const pdf = await this.onPrint(options)
    this.tell({ type: 'printed', id, pdf: pdf.toString('base64') })
  }

  #receive(message: FromMain): void {
    if (message.type === 'answer') this.#answers.get(message.id)?.(message.value)
    else if (message.type === 'to-page') this.onToPage(message.channel, message.args)
    else if (message.type === 'print') void this.#print(message)
    else if (message.type === 'opened') this.opened.push(message.url)
    else if (message.type === 'message-box') this.said.push(message.words)
    else if (message.type === 'focused') this.focused += 1
    else {
      this.#early.push(message)
      this.#waiter?.(message)
    }
  }
}
