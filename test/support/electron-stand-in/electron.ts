import { EventEmitter } from 'node:events'
import { tell } from './tell.ts'
import type { FetchAnswer, PrintOptions, ToMain } from './wire.ts'

/**
 * Stands in for Electron's main-process modules, so that the shipped main bundle runs and is driven by a test where
 * the Electron program cannot be had. It covers what our main process uses and refuses weakened windows. Not
 * faithful: the preload runs in the page's own world, custom schemes are mapped to http, and there are no menus,
 * dialogs or updates. The same specs run against the real program where it is present.
 */
const { STAND_IN_PLATFORM: platform } = process.env
if (platform !== undefined) Object.defineProperty(process, 'platform', { value: platform })

class DefaultPrevention {
  defaultPrevented = false
  readonly url: string

  constructor(url: string) {
    this.url = url
  }

  preventDefault(): void {
    this.defaultPrevented = true
  }
}

const prints: ((pdf: Buffer) => void)[] = []

class WebContents extends EventEmitter {
  mainFrame: { url: string } = { url: '' }
  openHandler: ((details: { url: string }) => { action: string }) | null = null

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }

  send(channel: string, ...args: readonly unknown[]): void {
    tell({ type: 'to-page', channel, args })
  }

  /** What the page in the Chromium of the test prints, or the refusal of one that cannot. */
  printToPDF(options: PrintOptions): Promise<Buffer> {
    if (process.env['STAND_IN_PRINTING'] === 'fails')
      return Promise.reject(new Error('Failed to generate PDF'))
    return new Promise((resolve) => {
      const id = prints.push(resolve) - 1
      tell({ type: 'print', id, options })
    })
  }
}

/** Electron tells of every contents as it makes them: windows, and whatever else may show a page. */
function createContents(): WebContents {
  const contents = new WebContents()
  app.emit('web-contents-created', {}, contents)
  return contents
}

interface WindowOptions {
  readonly webPreferences?: Readonly<Record<string, unknown>> & { readonly preload?: string }
}

const DEMANDED = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true } as const

let onlyWindow: BrowserWindow | null = null
const remember = (window: BrowserWindow) => {
  onlyWindow = window
}
let loaded: () => void = () => {}

export class BrowserWindow extends EventEmitter {
  readonly webContents = createContents()
  #destroyed = false

  constructor({ webPreferences = {} }: WindowOptions) {
    super()
    for (const [name, value] of Object.entries(DEMANDED)) {
      if (webPreferences[name] !== value)
        throw new Error(`the stand-in refuses a window with ${name} not ${value}`)
    }
    remember(this)
    tell({ type: 'window', preload: webPreferences.preload ?? '', webPreferences })
  }

  static getAllWindows(): BrowserWindow[] {
    return onlyWindow === null || onlyWindow.isDestroyed() ? [] : [onlyWindow]
  }

  loadURL(url: string): Promise<void> {
    this.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false, url })
    this.webContents.mainFrame = { url }
    tell({ type: 'load', url })
    return new Promise((resolve) => {
      loaded = () => {
        this.emit('ready-to-show')
        resolve()
      }
    })
  }

  show(): void {
    tell({ type: 'shown' })
  }

  focus(): void {
    tell({ type: 'focused' })
  }

  isMinimized(): boolean {
    return false
  }

  restore(): void {}

  isDestroyed(): boolean {
    return this.#destroyed
  }

  destroy(): void {
    this.#destroyed = true
    this.emit('closed')
    app.emit('window-all-closed')
  }
}

/** Long enough for whatever a main process would go on with after it has asked for the end. */
const ENDS_AFTER_MS = 1_000

class App extends EventEmitter {
  readonly isPackaged = process.env['STAND_IN_PACKAGED'] === 'yes'
  readonly commandLine = {
    hasSwitch: (name: string) => (process.env['STAND_IN_SWITCHES'] ?? '').split(' ').includes(name),
  }

  getPreferredSystemLanguages(): string[] {
    return [process.env['STAND_IN_LANGUAGE'] ?? 'en-US']
  }

  /** Returns, and ends the application some time later; only `quit` of the events comes. */
  exit(code = 0): void {
    setTimeout(() => {
      this.emit('quit')
      process.exit(code)
    }, ENDS_AFTER_MS)
  }

  requestSingleInstanceLock(): boolean {
    return process.env['STAND_IN_SECOND'] !== 'yes'
  }

  enableSandbox(): void {}

  whenReady(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve))
  }

  quit(): void {
    this.emit('before-quit')
    this.emit('quit')
    process.disconnect?.()
    process.exit(0)
  }
}

export const app = new App()
export const ipcMain = new EventEmitter()
export const nativeTheme = { shouldUseDarkColors: false }
export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (_menu: unknown) => {},
}
export const shell = {
  openExternal: (url: string) => {
    tell({ type: 'opened', url })
    return Promise.resolve()
  },
}

type ProtocolHandler = (request: { readonly url: string }) => Response | Promise<Response>
const handlers = new Map<string, ProtocolHandler>()
const privileged = new Map<string, Readonly<Record<string, unknown>>>()

export const protocol = {
  registerSchemesAsPrivileged: (
    schemes: readonly { scheme: string; privileges: Readonly<Record<string, unknown>> }[],
  ) => {
    for (const { scheme, privileges } of schemes) privileged.set(scheme, privileges)
  },
  handle: (scheme: string, handler: ProtocolHandler) => {
    if (privileged.get(scheme)?.['standard'] !== true) throw new Error(`${scheme} is not a standard scheme`)
    handlers.set(scheme, handler)
  },
}

type RequestFilter = (details: { url: string }, decide: (response: { cancel?: boolean }) => void) => void
type PermissionRequest = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void
let filter: RequestFilter = (_details, decide) => decide({})
// Electron grants everything unless it is told otherwise.
let requestPermission: PermissionRequest = (_contents, _permission, answer) => answer(true)
let checkPermission: (contents: unknown, permission: string) => boolean = () => true

const defaultSession = Object.assign(new EventEmitter(), {
  webRequest: {
    onBeforeRequest: (listener: RequestFilter) => {
      filter = listener
    },
  },
  setPermissionRequestHandler: (handler: PermissionRequest) => {
    requestPermission = handler
  },
  setPermissionCheckHandler: (handler: typeof checkPermission) => {
    checkPermission = handler
  },
  setDevicePermissionHandler: (_handler: unknown) => {},
})
export const session = { defaultSession }

async function answerFetch(url: string): Promise<FetchAnswer | null> {
  const cancelled = await new Promise<boolean>((resolve) =>
    filter({ url }, ({ cancel = false }) => resolve(cancel)),
  )
  const handler = handlers.get(new URL(url).protocol.slice(0, -1))
  if (cancelled || handler === undefined) return null
  const response = await handler({ url })
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  return { status: response.status, headers: Object.fromEntries(response.headers), body }
}

const FOREIGN_FRAME = { url: 'https://evil.example/' }

/** Who sends a message. A frame that is gone is `null`, or throws when it is looked at. */
function eventFrom(frame: Extract<ToMain, { type: 'ipc' }>['frame']) {
  const sender = onlyWindow?.webContents
  const frames = { main: sender?.mainFrame, foreign: FOREIGN_FRAME, gone: null }
  return {
    get senderFrame() {
      if (frame !== 'disposed') return frames[frame]
      throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    },
    sender,
  }
}

const REACTIONS: { readonly [T in ToMain['type']]: (message: Extract<ToMain, { type: T }>) => void } = {
  loaded: () => loaded(),
  ipc: ({ channel, args, frame, frameUrl }) => {
    const main = onlyWindow?.webContents.mainFrame
    if (main !== undefined) main.url = frameUrl
    ipcMain.emit(channel, eventFrom(frame), ...args)
  },
  fetch: ({ id, url }) => void answerFetch(url).then((value) => tell({ type: 'answer', id, value })),
  navigate: ({ id, event, url, contents }) => {
    const details = new DefaultPrevention(url)
    const target = contents === 'window' ? onlyWindow?.webContents : createContents()
    target?.emit(event, details)
    tell({ type: 'answer', id, value: details.defaultPrevented })
  },
  download: ({ id, url, fileName, origin, octets }) => {
    const details = new DefaultPrevention(url)
    const item = {
      getURL: () => url,
      getFilename: () => fileName,
      getInitiatorOrigin: () => origin,
      getTotalBytes: () => octets,
    }
    defaultSession.emit('will-download', details, item, onlyWindow?.webContents)
    tell({ type: 'answer', id, value: details.defaultPrevented })
  },
  'open-window': ({ id, url }) =>
    tell({ type: 'answer', id, value: onlyWindow?.webContents.openHandler?.({ url }) }),
  permission: ({ id, permission }) =>
    requestPermission(null, permission, (granted) =>
      tell({ type: 'answer', id, value: { granted, checked: checkPermission(null, permission) } }),
    ),
  'second-instance': ({ args, folder }) => app.emit('second-instance', {}, args, folder),
  'open-file': ({ path }) => app.emit('open-file', new DefaultPrevention(''), path),
  printed: ({ id, pdf }) => prints[id]?.(Buffer.from(pdf, 'base64')),
  close: () => onlyWindow?.destroy(),
}

process.on('message', (message: ToMain) => {
  // Something else that was loaded into this process may be asked things, too.
  const react = REACTIONS[message.type] as ((message: ToMain) => void) | undefined
  react?.(message)
})

/** No user sees this screen: the test gets the text. */
export { dialog } from './dialog.ts'
