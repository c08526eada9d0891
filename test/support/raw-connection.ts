import { createConnection, type Socket } from 'node:net'

/** A connection with nothing of HTTP in it: what is sent and how it ends is up to the test. */
export interface RawConnection {
  readonly socket: Socket
  /** What has arrived so far. */
  readonly heard: () => string
  /** Settles as soon as anything has arrived, or nothing can any more. */
  readonly answered: Promise<void>
  /** Settles when the other side has given the connection up, in whatever way. */
  readonly givenUp: Promise<void>
}

/** Connects, says `text` and leaves this side open until the test closes it, whatever the other side does. */
export function connectRaw(port: number, text: string | Uint8Array): Promise<RawConnection> {
  const socket = createConnection({ host: '127.0.0.1', port, allowHalfOpen: true })
  let heard = ''
  const answered = new Promise<void>((resolve) => {
    socket.once('data', () => resolve())
    socket.once('end', () => resolve())
    socket.once('close', () => resolve())
  })
  const givenUp = new Promise<void>((resolve) => {
    socket.once('end', () => resolve())
    socket.once('close', () => resolve())
  })
  socket.on('data', (chunk) => (heard += chunk.toString('latin1')))
  return new Promise((resolve) => {
    const ready = () => resolve({ socket, heard: () => heard, answered, givenUp })
    socket.once('connect', () => socket.write(text, ready))
    socket.on('error', ready)
  })
}
