import { createServer, type AddressInfo, type Socket } from 'node:net'
import { Conversation } from '#engine/practice/kit/conversation.ts'

/** What a server does with each client, from the first octet to the last. */
export type Script = (conversation: Conversation) => Promise<void>

/** What one client sent, in the order of arrival. */
export interface ReceivedChunk {
  readonly connection: number
  readonly text: string
  readonly encrypted: boolean
}

export interface ScriptedServer {
  readonly port: number
  /** Everything all clients have sent, to prove what was not sent. */
  readonly received: readonly ReceivedChunk[]
  readonly connections: number
  /** What scripts threw: mistakes in the script, not in the client. */
  readonly mistakes: readonly unknown[]
  /** Connections that are open now. */
  readonly openConnections: number
  stop(): Promise<void>
}

export interface ServerOptions {
  /** Loopback only; `::1` for IPv6. */
  readonly host?: '127.0.0.1' | '::1'
  /** A log is kept for tests; the practice mode has no use for one. */
  readonly keepLog?: 'yes' | 'no'
}

/** Starts a server on a free loopback port and runs the script for every client. */
export async function startScriptedServer(
  script: Script,
  options: ServerOptions = {},
): Promise<ScriptedServer> {
  const { host = '127.0.0.1', keepLog = 'yes' } = options
  const received: ReceivedChunk[] = []
  const mistakes: unknown[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer({ noDelay: true }, (socket) => {
    const connection = ++connections
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    const conversation = new Conversation(socket, (bytes, encrypted) => {
      if (keepLog === 'yes') received.push({ connection, text: bytes.toString('latin1'), encrypted })
    })
    script(conversation)
      .catch((error: unknown) => mistakes.push(error))
      .finally(() => conversation.close())
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    received,
    mistakes,
    get connections() {
      return connections
    },
    get openConnections() {
      return sockets.size
    },
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
