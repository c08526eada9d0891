import type { RawData, WebSocket } from 'ws'
import { contract, type EngineHandlers } from '#shared/contract/contract.ts'
import { MAX_MESSAGE_LENGTH, type Channel, type ReplyMessage } from '#shared/contract/messages.ts'
import { serve } from '#shared/contract/server.ts'
import { createCancellation } from '#engine/cancellation.ts'
import { sameSecret } from '#host/one-use-token.ts'

const HELLO_MS = 5_000
/** A page that the user has left must not keep a password in memory for ever. */
const IDLE_MS = 15 * 60_000

/** Far more than the longest answer; a page that leaves so much unread has stopped, or means to fill this computer. */
const MOST_UNREAD = 8 * 1_024 * 1_024

export const CLOSE_REASONS = { badHello: 4401, idle: 4408 } as const

export interface PageSocketOptions {
  readonly handlers: EngineHandlers
  /** Known to the page alone and to the one that takes its place after a reload; it is the first message of each. */
  readonly sessionKey: string
  readonly onBug: (error: unknown, name: string) => void
  /** Told when the page has shown its key. */
  readonly onHello: () => void
  readonly idleMs?: number
}

/** Serves the contract to one page, once it has shown that it is the page we served. */
export function servePage(socket: WebSocket, options: PageSocketOptions): void {
  const { handlers, sessionKey, onBug, onHello, idleMs = IDLE_MS } = options
  const helloTimer = setTimeout(() => socket.close(CLOSE_REASONS.badHello), HELLO_MS)
  const idleTimer = setTimeout(() => socket.close(CLOSE_REASONS.idle), idleMs)
  socket.on('error', () => socket.terminate())
  socket.on('message', () => idleTimer.refresh())
  socket.once('message', (data) => {
    clearTimeout(helloTimer)
    if (!isHello(parse(data), sessionKey)) return socket.close(CLOSE_REASONS.badHello)
    onHello()
    const channel: Channel<ReplyMessage> = {
      send: (message) => {
        idleTimer.refresh()
        if (socket.bufferedAmount > MOST_UNREAD) socket.terminate()
        if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
      },
      listen: (listener) => socket.on('message', (raw) => listener(parse(raw))),
    }
    const service = serve(contract, handlers, channel, { createCancellation, onBug })
    socket.once('close', () => service.close())
  })
  socket.once('close', () => {
    clearTimeout(helloTimer)
    clearTimeout(idleTimer)
  })
}

/** Malformed text becomes a value that no guard accepts. */
function parse(data: RawData): unknown {
  const text = Array.isArray(data)
    ? Buffer.concat(data).toString('utf8')
    : Buffer.from(data as Buffer).toString('utf8')
  if (text.length > MAX_MESSAGE_LENGTH) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isHello(message: unknown, sessionKey: string): boolean {
  if (typeof message !== 'object' || message === null || !('hello' in message)) return false
  return typeof message.hello === 'string' && sameSecret(message.hello, sessionKey)
}
