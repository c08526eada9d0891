import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { IssuedCertificate } from '#engine/practice/certificate-authority.ts'

/** What stands at one address: a document, or anything a server may do instead. */
export type Page = string | ((request: IncomingMessage, response: ServerResponse) => void)

export interface WebRequest {
  /** Host and path, as in the address. */
  readonly address: string
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

export interface WebServer {
  readonly port: number
  readonly requests: readonly WebRequest[]
  /** Everything that was ever accepted, answered or not. */
  readonly connections: number
  stop(): Promise<void>
}

/** A real HTTPS server on loopback for many hosts at once: `pages` by host and path, with
 * or without a query, everything else is not found. */
export async function startWebServer(
  { certificate, key }: IssuedCertificate,
  pages: Readonly<Record<string, Page>>,
): Promise<WebServer> {
  const requests: WebRequest[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer({ cert: certificate, key }, (request, response) => {
    const address = `${request.headers.host ?? ''}${request.url ?? ''}`
    requests.push({ address, method: request.method ?? '', headers: request.headers })
    const page = pages[address] ?? pages[address.replace(/\?.*$/, '')]
    if (page === undefined) response.writeHead(404).end('not here')
    else if (typeof page === 'string') response.end(page)
    else page(request, response)
  })
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    get connections() {
      return connections
    },
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
