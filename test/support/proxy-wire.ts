import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** The client has gone while something was still expected of it. */
export class Gone extends Error {
  override readonly name = 'Gone'
}

/** A proxy's side of one connection: reads what its protocol says, writes whatever it is told to. */
export class ProxyWire {
  readonly #socket: Socket
  #octets: Buffer = Buffer.alloc(0)
  #wake: (() => void) | null = null

  constructor(socket: Socket, log: (octets: Buffer) => void) {
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => {
      log(chunk)
      this.#octets = Buffer.concat([this.#octets, chunk])
      this.#wake?.()
    })
    socket.on('close', () => this.#wake?.())
  }

  async take(count: number): Promise<Buffer> {
    while (this.#octets.length < count) await this.#more()
    return this.#cut(count)
  }

  /** Up to the empty line and with it. */
  async takeHead(): Promise<string> {
    for (;;) {
      const end = this.#octets.indexOf('\r\n\r\n')
      if (end !== -1) return this.#cut(end + 4).toString('latin1')
      await this.#more()
    }
  }

  send(octets: string | Buffer): void {
    if (!this.#socket.destroyed) this.#socket.write(octets)
  }

  /** One octet at a time, until the client has had enough. */
  async drip(octets: string | Buffer, everyMs: number): Promise<void> {
    for (const octet of Buffer.from(octets)) {
      if (this.#socket.destroyed) return
      this.send(Buffer.of(octet))
      await delay(everyMs)
    }
  }

  endWith(octets: string | Buffer): void {
    this.#socket.end(octets)
  }

  close(): void {
    this.#socket.end()
  }

  reset(): void {
    this.#socket.resetAndDestroy()
  }

  /** Says nothing more until the client has gone. */
  async silence(): Promise<void> {
    for (;;) await this.#more()
  }

  /** From here on the two are one line, and either end takes the other along. */
  joinWith(upstream: Socket, first: Buffer): void {
    this.#socket.removeAllListeners('data')
    this.#socket.once('close', () => upstream.destroy())
    upstream.once('close', () => this.#socket.destroy())
    upstream.on('error', () => upstream.destroy())
    this.send(first)
    upstream.write(this.#cut(this.#octets.length))
    upstream.pipe(this.#socket)
    this.#socket.pipe(upstream)
  }

  #cut(count: number): Buffer {
    const taken = this.#octets.subarray(0, count)
    this.#octets = this.#octets.subarray(count)
    return taken
  }

  async #more(): Promise<void> {
    if (this.#socket.destroyed) throw new Gone()
    await new Promise<void>((resolve) => {
      this.#wake = resolve
    })
  }
}
