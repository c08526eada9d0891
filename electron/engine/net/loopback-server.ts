import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

const LOOPBACK = '127.0.0.1'
const REQUEST_MS = 5_000
const CHECK_MS = 1_000
/** More than a page of ours ever takes to load; a connection that is no page by then is in the way. */
const PATIENCE_MS = 10_000

export interface LoopbackServerOptions {
  readonly maxHeaderBytes: number
  /** How many connections may be open at once that have not been kept; one more ends the oldest of them. */
  readonly crowd: number
  readonly onRequest: (request: IncomingMessage, response: ServerResponse) => void
  /** Without it every upgrade is refused. */
  readonly onUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** How long a connection may stay that has not been kept. */
  readonly patienceMs?: number
}

export interface LoopbackServer {
  readonly port: number
  /** For a connection that has shown that it belongs here: neither deadline nor crowd ends it. */
  readonly keep: (socket: Duplex) => void
  /** Closes everything, the connections that were kept too. */
  readonly stop: () => Promise<void>
}

/**
 * SECURITY: HTTP for one page on this computer, where every program and every page in a browser can connect. A
 * connection has its error listener before anything is read or written, because a reset without one ends the process;
 * it has a deadline; and a crowd pushes out its own oldest, so that newcomers are never locked out. `port`: this
 * computer does not let us listen.
 */
export async function openLoopbackServer(
  options: LoopbackServerOptions,
): Promise<Outcome<LoopbackServer, 'port'>> {
  const server = createServer(
    {
      maxHeaderSize: options.maxHeaderBytes,
      headersTimeout: REQUEST_MS,
      requestTimeout: REQUEST_MS,
      connectionsCheckingInterval: CHECK_MS,
    },
    options.onRequest,
  )
  const strangers = new Strangers(options.crowd, options.patienceMs ?? PATIENCE_MS)
  const kept = new Set<Duplex>()
  server.on('connection', (socket) => strangers.admit(socket))
  server.on('upgrade', (request, socket, head) => {
    if (targetOf(request) === null) refuse(socket, 400)
    else if (options.onUpgrade === undefined) refuse(socket, 403)
    else options.onUpgrade(request, socket, head)
  })
  // Without a listener Node closes without a word (RFC 9110 section 9.3.6: this is no proxy).
  server.on('connect', (_, socket) => refuse(socket, 400))
  server.on('clientError', (error, socket) => refuse(socket, statusOf(error)))
  // A taken port is told by an event, and later one without a free file handle: a reason to wait, not to end.
  const listening = await new Promise<'yes' | 'no'>((resolve) => {
    server.on('error', () => resolve('no'))
    server.listen(0, LOOPBACK, () => resolve('yes'))
  })
  if (listening === 'no') return fail('port')
  return ok({
    port: (server.address() as AddressInfo).port,
    keep: (socket) => {
      strangers.release(socket)
      kept.add(socket)
      socket.once('close', () => kept.delete(socket))
    },
    stop: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      strangers.end()
      for (const socket of kept) socket.destroy()
      return closed
    },
  })
}

/** Refuses on the bare connection and gives it up: what the other side still says or leaves open keeps nothing here. */
export function refuse(socket: Duplex, status: 400 | 403 | 408 | 431): void {
  const answer = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
  socket.end(answer, () => socket.destroy())
}

/** What a request is for, as it was written: no name in it is looked at, and nothing is resolved. */
export interface RequestTarget {
  readonly path: string
  readonly parameters: URLSearchParams
}

/**
 * The target in origin form (RFC 9112 section 3.2.1), `null` for every other: the absolute form is for proxies, and
 * would name a host besides the one in the Host field, which is the one that is checked.
 */
export function targetOf({ url = '' }: IncomingMessage): RequestTarget | null {
  if (!url.startsWith('/')) return null
  const [path = '', ...query] = url.split('?')
  return { path, parameters: new URLSearchParams(query.join('?')) }
}

/** SECURITY: exactly one Host, exactly this one: no name of an attacker leads here (DNS rebinding). */
export function isFor(request: IncomingMessage, host: string): boolean {
  const hosts = request.rawHeaders.filter(
    (_, index, all) => all[index - 1]?.toLowerCase() === 'host' && index % 2 === 1,
  )
  return hosts.length === 1 && hosts[0] === host
}

function statusOf(error: Error): 400 | 408 | 431 {
  const code = 'code' in error ? error.code : ''
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}

/** The connections that have not shown yet that they belong here, the oldest first. */
class Strangers {
  readonly #most: number
  readonly #patienceMs: number
  readonly #deadlines = new Map<Duplex, NodeJS.Timeout>()

  constructor(most: number, patienceMs: number) {
    this.#most = most
    this.#patienceMs = patienceMs
  }

  admit(socket: Duplex): void {
    socket.on('error', () => socket.destroy())
    socket.once('close', () => this.release(socket))
    const [oldest] = this.#deadlines.keys()
    if (oldest !== undefined && this.#deadlines.size >= this.#most) this.#drop(oldest)
    this.#deadlines.set(
      socket,
      setTimeout(() => this.#drop(socket), this.#patienceMs),
    )
  }

  release(socket: Duplex): void {
    clearTimeout(this.#deadlines.get(socket))
    this.#deadlines.delete(socket)
  }

  end(): void {
    for (const socket of this.#deadlines.keys()) this.#drop(socket)
  }

  #drop(socket: Duplex): void {
    this.release(socket)
    socket.destroy()
  }
}
