import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import type { EngineHandlers } from '#shared/contract/contract.ts'
import { MAX_MESSAGE_LENGTH } from '#shared/contract/messages.ts'
import { comesFromUs, placeOn, securityHeaders, upgradeComesFromUs, type Place } from '#host/guard.ts'
import { OneUseToken } from '#host/one-use-token.ts'
import { servePage } from '#host/page-socket.ts'
import type { StaticFile } from '#engine/files/static-files.ts'

const LOOPBACK = '127.0.0.1'
const SESSION_PLACEHOLDER = '%MAILWRIGHT_SESSION%'

/** Enough for one page and its files; a crowd of idle connections is turned away at the door. */
const MAX_CONNECTIONS = 64
const HEADERS_TIMEOUT_MS = 5_000
const TIMEOUT_CHECK_MS = 1_000
const MAX_HEADER_BYTES = 8_192

export interface HostOptions {
  readonly handlers: EngineHandlers
  readonly files: ReadonlyMap<string, StaticFile>
  readonly onBug: (error: unknown, name: string) => void
  /** Told whenever the number of connected pages changes. */
  readonly onPages: (count: number) => void
  readonly idleMs?: number
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
  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: HEADERS_TIMEOUT_MS,
    connectionsCheckingInterval: TIMEOUT_CHECK_MS,
  })
  server.maxConnections = MAX_CONNECTIONS
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve))
  const { port } = server.address() as AddressInfo
  const place = placeOn(port)
  let token = new OneUseToken()
  server.on('request', (request, response) => {
    const page = new PageServer(request, response, place, options.files)
    page.answer(token, sessionKey)
  })
  const sockets = acceptPages(server, place, sessionKey, options)
  return {
    port,
    createLink: () => {
      token = new OneUseToken()
      return `${place.origin}/?token=${token.value}`
    },
    stop: async () => {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function acceptPages(
  server: Server,
  place: Place,
  sessionKey: string,
  options: HostOptions,
): WebSocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_LENGTH,
    perMessageDeflate: false,
  })
  server.on('upgrade', (request, socket, head) => {
    if (!upgradeComesFromUs(request, place) || request.url !== '/engine') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (page) => {
      options.onPages(sockets.clients.size)
      page.once('close', () => options.onPages(sockets.clients.size))
      servePage(page, { ...options, sessionKey })
    })
  })
  return sockets
}

/** Answers one HTTP request. */
class PageServer {
  readonly #request: IncomingMessage
  readonly #response: ServerResponse
  readonly #place: Place
  readonly #files: ReadonlyMap<string, StaticFile>

  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    place: Place,
    files: ReadonlyMap<string, StaticFile>,
  ) {
    this.#request = request
    this.#response = response
    this.#place = place
    this.#files = files
  }

  answer(token: OneUseToken, sessionKey: string): void {
    if (!comesFromUs(this.#request, this.#place)) return this.#refuse(403)
    if (this.#request.method !== 'GET') return this.#refuse(403)
    const target = this.#request.url ?? '/'
    if (!URL.canParse(target, this.#place.origin)) return this.#refuse(404)
    const url = new URL(target, this.#place.origin)
    if (url.pathname === '/') return this.#open(url.searchParams.getAll('token'), token, sessionKey)
    const file = url.pathname.endsWith('.html') ? undefined : this.#files.get(url.pathname)
    return file === undefined ? this.#refuse(404) : this.#send(200, file)
  }

  #open(presented: readonly string[], token: OneUseToken, sessionKey: string): void {
    const [only, ...more] = presented
    if (only === undefined || more.length > 0) return this.#refuse(403)
    const index = this.#files.get('/index.html')
    const linkUsed = this.#files.get('/link-used.html')
    const verdict = token.redeem(only)
    if (verdict === 'wrong' || index === undefined || linkUsed === undefined) return this.#refuse(403)
    if (verdict === 'used') return this.#send(403, linkUsed)
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

  #refuse(status: 403 | 404): void {
    this.#response.writeHead(status, { ...securityHeaders(this.#place), 'content-length': 0 })
    this.#response.end()
  }
}
