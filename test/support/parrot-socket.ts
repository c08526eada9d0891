import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'

/** Longer than this side ever thinks between two lines. */
const PATIENCE_MS = 40

/**
 * A server without a network: says its first piece at once and one more after each line it hears. It hangs up after
 * the last one, and when it hears nothing.
 */
export class ParrotSocket extends Duplex {
  readonly #pieces: Buffer[]
  #patience: NodeJS.Timeout | undefined

  constructor(pieces: readonly Buffer[]) {
    super({ allowHalfOpen: false })
    this.#pieces = [...pieces]
    this.on('error', () => {})
    this.#say()
  }

  override _read(): void {}

  override _write(_: Buffer, __: BufferEncoding, done: () => void): void {
    setImmediate(() => this.#say())
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.#patience)
    done(error)
  }

  #say(): void {
    if (this.readableEnded || this.destroyed) return
    clearTimeout(this.#patience)
    const piece = this.#pieces.shift()
    if (piece !== undefined && piece.length > 0) this.push(piece)
    if (this.#pieces.length === 0) this.push(null)
    else this.#patience = setTimeout(() => this.push(null), PATIENCE_MS)
  }
}

/** As much of a socket as a line over it uses. */
export function asSocket(parrot: ParrotSocket): Socket {
  return parrot as Duplex as Socket
}
