import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { EngineHandlers } from '#shared/contract/contract.ts'
import { MAX_MESSAGE_LENGTH } from '#shared/contract/messages.ts'
import { comesFromUs, placeOn, securityHeaders, upgradeComesFromUs, type Place } from '#host/guard.ts'
import { OneUseToken } from '#host/one-use-token.ts'
import { servePage, type PageSocketOptions } from '#host/page-socket.ts'
import type { StaticFile } from '#engine/files/static-files.ts'
import { openLoopbackServer, refuse, targetOf, type LoopbackServer } from '#engine/net/loopback-server.ts'

const SESSION_PLACEHOLDER = '%MAILWRIGHT_SESSION%'

/** Enough for one page and its files. */
const MAX_STRANGERS = 64
const MAX_HEADER_BYTES = 8_192

export interface HostOptions {
  readonly handlers: EngineHandlers
  readonly files: ReadonlyMap<string, StaticFile>
  readonly onBug: (error: unknown, name: string) => void
  /** Told whenever the number of connected pages changes. */
  readonly onPages: (count: number) => void
  /** Told when the link has been used, so that a page is on its way. */
  readonly onLinkUsed: () => void
  readonly idleMs?: number
  /** How long a link works. */
  readonly linkMs?: number
  /** How long a connection may stay that has not shown the key. */
  readonly patienceMs?: number
}

export interface BrowserHost {
  readonly port: number
  /** A fresh link that works once, within a minute; an earlier one that was not used is void. */
  readonly createLink: () => string
  readonly stop: () => Promise<void>
}

/** The application in the user's own browser: this computer's loopback address, one page, one link that opens it. */
export async function startBrowserHost(options: HostOptions): Promise<BrowserHost> {
  const sessionKey = randomBytes(32).toString('base64url')
  const pages = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_LENGTH,
    perMessageDeflate: false,
    // One message at a time: a page that floods does not keep the others waiting.
    allowSynchronousEvents: false,
  })
  let token = new OneUseToken(options.linkMs)
  let place = placeOn(0)
  const opened = await openLoopbackServer({
    maxHeaderBytes: MAX_HEADER_BYTES,
    crowd: MAX_STRANGERS,
    ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
    onRequest: (request, response) => {
      const page = new PageServer(request, response, place, options)
      page.answer(token, sessionKey)
    },
    onUpgrade: (request, socket, head) => {
      if (!upgradeComesFromUs(request, place) || request.url !== '/engine') return refuse(socket, 403)
      pages.handleUpgrade(request, socket, head, (page) => welcome(page, socket))
    },
  })
  if (!opened.ok) throw new Error('no port of this computer can be listened on')
  const { port, keep, stop } = opened.value
  place = placeOn(port)
  const welcome = pageKeeper({ ...options, sessionKey }, keep)
  return {
    port,
    createLink: () => {
      token = new OneUseToken(options.linkMs)
      return `${place.origin}/?token=${token.value}`
    },
    stop: () => {
      pages.close()
      return stop()
    },
  }
}

/** Serves each page, and counts those that have shown the key: any program on this computer can open a socket. */
function pageKeeper(
  options: HostOptions & Pick<PageSocketOptions, 'sessionKey'>,
  keep: LoopbackServer['keep'],
): (page: WebSocket, socket: Duplex) => void {
  let count = 0
  return (page, socket) =>
    servePage(page, {
      ...options,
      onHello: () => {
        keep(socket)
        options.onPages(++count)
        page.once('close', () => options.onPages(--count))
      },
    })
}

/** Answers one HTTP request. */
class PageServer {
  readonly #request: IncomingMessage
  readonly #response: ServerResponse
  readonly #place: Place
  readonly #options: Pick<HostOptions, 'files' | 'onLinkUsed'>

  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    place: Place,
    options: Pick<HostOptions, 'files' | 'onLinkUsed'>,
  ) {
    this.#request = request
    this.#response = response
    this.#place = place
    this.#options = options
  }

  answer(token: OneUseToken, sessionKey: string): void {
    const target = targetOf(this.#request)
    if (target === null) return this.#refuse(400)
    if (!comesFromUs(this.#request, this.#place)) return this.#refuse(403)
    if (this.#request.method !== 'GET') return this.#refuse(403)
    const { path, parameters } = target
    if (path === '/') return this.#open(parameters.getAll('token'), token, sessionKey)
    const file = path.endsWith('.html') ? undefined : this.#options.files.get(path)
    return file === undefined ? this.#refuse(404) : this.#send(200, file)
  }

  #open(presented: readonly string[], token: OneUseToken, sessionKey: string): void {
    const [only, ...more] = presented
    const index = this.#options.files.get('/index.html')
    // A page that is loaded again brings its key itself. SECURITY: there is none in what it gets here.
    if (only === undefined && index !== undefined) return this.#send(200, index)
    if (only === undefined || more.length > 0) return this.#refuse(403)
    const linkUsed = this.#options.files.get('/link-used.html')
    const verdict = token.redeem(only)
    if (verdict === 'wrong' || index === undefined || linkUsed === undefined) return this.#refuse(403)
    if (verdict === 'used') return this.#send(403, linkUsed)
    this.#options.onLinkUsed()
    const body = Buffer.from(index.body.toString('utf8').replace(SESSION_PLACEHOLDER, sessionKey))
    return this.#send(200, { ...index, body })
  }

  #send(status: number, { type, body }: StaticFile): void {
    this.#response.writeHead(status, {
      ...securityHeaders(this.#place),
      'content-type': type,
      'content-length': body.length,
    })
    this.#response.end(body)
  }

  #refuse(status: 400 | 403 | 404): void {
    const headers = { ...securityHeaders(this.#place), connection: 'close', 'content-length': 0 }
    this.#response.writeHead(status, headers)
    this.#response.end()
  }
}
