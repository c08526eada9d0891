import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { EngineHandlers } from '#shared/contract/contract.ts'
import { bindPage } from '#main/ipc.ts'
import { settle } from '../shared/contract/carriers.ts'

const electron = vi.hoisted(() => ({ ipcMain: null as unknown }))
vi.mock('electron', () => ({
  get ipcMain() {
    return electron.ipcMain
  },
  protocol: {},
}))

const PAGE = 'app://mailwright/index.html'
const ASK = 'mailwright:ask'

class Window extends EventEmitter {
  readonly mainFrame = { url: PAGE }
  readonly sent: unknown[] = []
  destroyed = false
  readonly webContents = Object.assign(new EventEmitter(), {
    mainFrame: this.mainFrame,
    send: (_: string, message: unknown) => {
      if (this.destroyed) throw new TypeError('Object has been destroyed')
      this.sent.push(message)
    },
  })

  isDestroyed(): boolean {
    return this.destroyed
  }

  close(): void {
    this.destroyed = true
    this.emit('closed')
  }
}

let ipc: EventEmitter
let window: Window
let bugs: string[]
let asked: string[]
let aborted: string[]
let answers: ((value: null) => void)[]

/** Two calls that come to their end when the test says so. */
function handlers(): EngineHandlers {
  const proxy = (_: unknown, signal: AbortSignal) => {
    asked.push('proxy')
    signal.addEventListener('abort', () => aborted.push('proxy'))
    return new Promise<null>((resolve) => answers.push(resolve))
  }
  return { network: { proxy } } as unknown as EngineHandlers
}

beforeEach(() => {
  ipc = new EventEmitter()
  electron.ipcMain = ipc
  window = new Window()
  bugs = []
  asked = []
  aborted = []
  answers = []
  bindPage(window as unknown as BrowserWindow, handlers(), (error, name) =>
    bugs.push(`${name}: ${String(error)}`),
  )
})

const CALL = { type: 'ask', id: 1, name: 'network.proxy', input: {} }
const say = (message: unknown, event: object = { senderFrame: window.mainFrame }, channel = ASK) =>
  ipc.emit(channel, event, message)

describe('the page', () => {
  test('is answered', async () => {
    say(CALL)
    answers[0]?.(null)
    await settle()
    expect(window.sent).toEqual([{ type: 'end', id: 1, value: null }])
  })

  test('has one channel: nothing listens to another (87)', () => {
    expect(ipc.eventNames()).toEqual([ASK])
    expect(say(CALL, undefined, 'mailwright:reply')).toBe(false)
  })
})

/** Frames that are not the page, or not any more. */
const SENDERS: readonly (readonly [string, () => object])[] = [
  ['a frame within the page', () => ({ senderFrame: { url: PAGE } })],
  ['a frame that is gone', () => ({ senderFrame: null })],
  ['no frame at all', () => ({})],
  [
    'a frame that was taken away',
    () => ({
      get senderFrame() {
        throw new Error('Render frame was disposed')
      },
    }),
  ],
]
const ADDRESSES = [
  'https://evil.example/',
  'app://evil/index.html',
  'app://mailwright.evil/',
  'file:///index.html',
  'about:blank',
  'data:text/html,x',
  '',
  'app:mailwright',
]

describe('is not heard, and that is told', () => {
  test.each(SENDERS)('%s', (_, event) => {
    say(CALL, event())
    expect([asked, window.sent]).toEqual([[], []])
    expect(bugs).toEqual([`${ASK}: Error: IPC_SENDER`])
  })

  test.each(ADDRESSES)('our frame while it shows %j', (url) => {
    window.mainFrame.url = url
    say(CALL)
    expect([asked, window.sent]).toEqual([[], []])
    expect(bugs).toEqual([`${ASK}: Error: IPC_SENDER`])
  })
})

describe('when the window is closed (91)', () => {
  test('what is under way is called off, and its answer goes nowhere', async () => {
    say(CALL)
    window.close()
    expect(aborted).toEqual(['proxy'])
    answers[0]?.(null)
    await settle()
    expect([window.sent, bugs]).toEqual([[], []])
  })

  test('nothing listens any more', () => {
    window.close()
    expect(say(CALL)).toBe(false)
    expect(asked).toEqual([])
  })

  test('a message that was on its way is not carried out', () => {
    const [listener] = ipc.listeners(ASK)
    window.close()
    listener?.({ senderFrame: window.mainFrame }, CALL)
    expect(asked).toEqual([])
  })
})

describe('a page that is loaded again', () => {
  const reload = () =>
    window.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })

  test('begins anew: what the one before asked is called off', async () => {
    say(CALL)
    reload()
    expect(aborted).toEqual(['proxy'])
    say(CALL)
    answers[1]?.(null)
    await settle()
    expect(asked).toEqual(['proxy', 'proxy'])
    expect(window.sent).toEqual([{ type: 'end', id: 1, value: null }])
  })

  test('does not get the answers of the one before, which counted from one as well', async () => {
    say(CALL)
    reload()
    say(CALL)
    answers[0]?.(null)
    await settle()
    expect(window.sent).toEqual([])
  })
})
