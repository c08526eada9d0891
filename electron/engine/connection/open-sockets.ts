import type { Socket } from 'node:net'
import type { Dialer } from '#engine/environment.ts'

/**
 * A dialer that knows which of its sockets are still open, so that what ends early, by a failure or by a bug at any
 * place, leaves none behind. Destroying a socket takes the TLS layer on top of it along.
 */
export class OpenSockets implements Dialer {
  readonly #dialer: Dialer
  readonly #sockets = new Set<Socket>()
  #isOver = false

  constructor(dialer: Dialer) {
    this.#dialer = dialer
  }

  readonly connect: Dialer['connect'] = async (target, signal) => {
    const connected = await this.#dialer.connect(target, signal)
    if (!connected.ok) return connected
    const socket = connected.value
    if (this.#isOver) socket.destroy()
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
    return connected
  }

  /** After a proper goodbye a socket closes by itself. */
  release(socket: Socket): void {
    this.#sockets.delete(socket)
  }

  /** Also what is only being connected is given up as soon as it is there. */
  destroyAll(): void {
    this.#isOver = true
    for (const socket of this.#sockets) socket.destroy()
  }
}
