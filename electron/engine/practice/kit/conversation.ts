import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { createSecureContext, TLSSocket, type SecureContextOptions, type TLSSocketOptions } from 'node:tls'

/** How a server presents itself when it encrypts. */
export interface ServerTls extends Pick<SecureContextOptions, 'minVersion' | 'maxVersion' | 'ciphers'> {
  readonly certificate: string
  readonly key: string
  readonly requestClientCertificate?: 'required'
}

/**
 * The server's side of one connection, for scripts. It does what it is told, sensible or not: that is what makes it
 * fit for hostile servers as well as for honest ones.
 */
export class Conversation {
  readonly #log: (bytes: Buffer, encrypted: boolean) => void
  #socket: Socket
  #encrypted = false
  #buffer = ''
  #closed = false
  #wake: (() => void) | null = null

  constructor(socket: Socket, log: (bytes: Buffer, encrypted: boolean) => void) {
    this.#socket = socket
    this.#log = log
    this.#attach()
  }

  get isOpen(): boolean {
    return !this.#closed
  }

  /** The client's next line without its line end; `null` when it has gone. */
  async readLine(): Promise<string | null> {
    for (;;) {
      const end = this.#buffer.indexOf('\n')
      if (end !== -1) {
        const line = this.#buffer.slice(0, end).replace(/\r$/, '')
        this.#buffer = this.#buffer.slice(end + 1)
        return line
      }
      if (this.#closed) return null
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  /** One line, CRLF added. */
  send(line: string): void {
    void this.sendRaw(`${line}\r\n`)
  }

  /** Octets as they are, resolving once the system has taken them. */
  sendRaw(octets: string | Buffer): Promise<void> {
    return new Promise((resolve) => {
      if (this.#closed) resolve()
      else this.#socket.write(octets, () => resolve())
    })
  }

  /** One octet at a time. */
  async drip(text: string, everyMs: number): Promise<void> {
    for (const octet of Buffer.from(text, 'utf8')) {
      if (this.#closed) return
      await this.sendRaw(Buffer.of(octet))
      await delay(everyMs)
    }
  }

  pause(ms: number): Promise<void> {
    return delay(ms)
  }

  /** Says nothing more; resolves when the client has gone. */
  async silence(): Promise<void> {
    while ((await this.readLine()) !== null);
  }

  /** Encrypts the connection from here on; `false` when the handshake fails. */
  startTls(tls: ServerTls): Promise<boolean> {
    const raw = this.#detach()
    const options: TLSSocketOptions = {
      isServer: true,
      secureContext: createSecureContext({ cert: tls.certificate, key: tls.key, ...versions(tls) }),
      ...(tls.requestClientCertificate === 'required' ? { requestCert: true, rejectUnauthorized: true } : {}),
    }
    const secure = new TLSSocket(raw, options)
    this.#socket = secure
    return new Promise((resolve) => {
      secure.once('secure', () => {
        this.#encrypted = true
        this.#attach()
        resolve(true)
      })
      secure.once('error', () => {
        this.close()
        resolve(false)
      })
      secure.once('close', () => {
        this.#onEnd()
        resolve(false)
      })
    })
  }

  /** What only the two ends of a TLS connection can compute (RFC 9266); empty in the clear. */
  exportKeyingMaterial(octets: number, label: string): Buffer {
    return this.#socket instanceof TLSSocket
      ? this.#socket.exportKeyingMaterial(octets, label, Buffer.alloc(0))
      : Buffer.alloc(0)
  }

  close(): void {
    this.#socket.end()
    this.#onEnd()
  }

  /** Breaks off the way a crashed server or a middlebox does, with RST. */
  reset(): void {
    if (this.#socket instanceof TLSSocket) this.#socket.destroy()
    else this.#socket.resetAndDestroy()
    this.#onEnd()
  }

  #attach(): void {
    this.#socket.on('data', this.#onData)
    this.#socket.on('error', this.#onEnd)
    this.#socket.on('end', this.#onEnd)
    this.#socket.on('close', this.#onEnd)
  }

  #detach(): Socket {
    this.#buffer = ''
    return this.#socket.off('data', this.#onData).off('end', this.#onEnd).off('close', this.#onEnd)
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#log(chunk, this.#encrypted)
    this.#buffer += chunk.toString('latin1')
    this.#wake?.()
  }

  readonly #onEnd = (): void => {
    this.#closed = true
    this.#wake?.()
  }
}

function versions({ minVersion, maxVersion, ciphers }: ServerTls): SecureContextOptions {
  return {
    ...(minVersion === undefined ? {} : { minVersion }),
    ...(maxVersion === undefined ? {} : { maxVersion }),
    ...(ciphers === undefined ? {} : { ciphers }),
  }
}
