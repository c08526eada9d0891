import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { PasswordSent, PasswordTrace } from '#shared/domain/evidence.ts'
import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { Limits } from '#engine/limits.ts'
import { socketFault } from '#engine/net/socket-fault.ts'
import { ReadAhead } from '#engine/protocols/read-ahead.ts'
import type { ChannelBinding } from '#engine/sasl/mechanism.ts'
import { PasswordProof, Secret } from '#engine/secret.ts'
import type { Protection, Transcript, WirePart } from '#engine/transcript.ts'

const CR = 0x0d
const FAREWELL_MS = 250
const EMPTY = Buffer.alloc(0)

export type WireFault = Extract<
  Fault,
  { kind: 'disconnected' | 'refused' | 'unreachable' | 'too-big' | 'tls-failed' }
>
export type WriteFault = Extract<Fault, { kind: 'tampered' | 'garbage' }>

export interface LineSocketOptions {
  readonly lineBytes: number
  readonly limits: Limits
  readonly transcript: Transcript
  readonly protection: Protection
}

/**
 * Lines over a socket, with an end to everything: a line has a longest length, what is read ahead is bounded by
 * pausing the socket, and nothing is written while something unasked-for lies in the buffer. Time limits are the
 * business of the stage around it.
 */
export class LineSocket {
  readonly limits: Limits
  readonly #socket: Socket
  readonly #lineBytes: number
  readonly #transcript: Transcript
  readonly #protection: Protection
  #passwordSent: PasswordSent = 'no'
  #sentAs: PasswordTrace['sentAs']
  #secretsWritten = 0
  readonly #ahead = new ReadAhead()
  #ending: WireFault | null = null
  #wake: (() => void) | null = null

  constructor(socket: Socket, options: LineSocketOptions) {
    this.#socket = socket
    this.#lineBytes = options.lineBytes
    this.#transcript = options.transcript
    this.#protection = options.protection
    this.limits = options.limits
    socket.on('data', this.#onData)
    socket.on('end', this.#onEnd)
    socket.on('close', this.#onEnd)
    socket.on('error', this.#onError)
  }

  /** Whether TLS with a verified name is in place. */
  get encrypted(): boolean {
    return this.#protection === 'encrypted'
  }

  /** Whether what is read here is the server's own: nowhere else do its words count, and may a secret be written. */
  get isProtected(): boolean {
    return this.#protection !== 'clear'
  }

  /** True when bytes have arrived that no reader has taken: after a whole reply, an answer to no question. */
  get hasUnread(): boolean {
    return this.#ahead.length > 0
  }

  /** `unknown` from the moment a secret is written until the server says anything at all. */
  get passwordSent(): PasswordSent {
    return this.#passwordSent
  }

  /** How many secrets have gone over this line: what a server was shown in an exchange is the difference. */
  get secretsWritten(): number {
    return this.#secretsWritten
  }

  get passwordTrace(): PasswordTrace {
    const trace = { passwordSent: this.#passwordSent }
    return this.#sentAs === undefined ? trace : { ...trace, sentAs: this.#sentAs }
  }

  /** What ties a sign-in to this connection (RFC 9266); only TLS 1.3 has it for certain. */
  get channelBinding(): ChannelBinding | null {
    const socket = this.#socket
    if (!this.encrypted || !(socket instanceof TLSSocket) || socket.getProtocol() !== 'TLSv1.3') return null
    return {
      type: 'tls-exporter',
      data: socket.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', EMPTY),
    }
  }

  /** The next line without its CRLF. A bare LF ends a line too: honest old servers do that. */
  async readLine(): Promise<Outcome<string, WireFault>> {
    for (;;) {
      const end = this.#ahead.findLineFeed()
      if (end !== -1 && end <= this.#lineBytes) return ok(this.#takeLine(end))
      if (this.#ahead.length > this.#lineBytes) return fail({ kind: 'too-big', limit: 'line' })
      if (this.#ending !== null) return fail(this.#ending)
      await this.#moreInput()
    }
  }

  /** Exactly `count` octets, for an IMAP literal; the caller has checked the size against its limit. */
  async readOctets(count: number): Promise<Outcome<string, WireFault>> {
    while (this.#ahead.length < count) {
      if (this.#ending !== null) return fail(this.#ending)
      await this.#moreInput()
    }
    return ok(this.#take(count).toString('utf8'))
  }

  /**
   * Writes one command line. Refused when input is waiting, because a reply that came before its command answers
   * nothing: in the clear that is tampering, on a protected line a broken server.
   * @throws when a secret would go over a line that must not carry one; no caller may get that far.
   */
  writeLine(...parts: readonly WirePart[]): Outcome<null, WriteFault> {
    if (this.hasUnread) return fail(this.#unexpectedInput())
    for (const part of parts) if (part instanceof Secret) this.#noteSecret(part)
    const text = parts.map((part) => (part instanceof Secret ? part.reveal() : part)).join('')
    if (/[\r\n\0]/.test(text)) throw new Error('line break inside a command')
    this.#transcript.sent(parts, this.#protection)
    this.#socket.write(`${text}\r\n`)
    return ok(null)
  }

  /**
   * Writes a message and the dot that ends it, dots at the beginning of a line doubled (RFC 5321 section 4.5.2). The
   * transcript tells its size only.
   */
  writeMessage(source: string): Outcome<null, WriteFault> {
    if (this.hasUnread) return fail(this.#unexpectedInput())
    const text = source.replace(/(?<!\r\n)$/, '\r\n').replace(/^\./gm, '..')
    this.#transcript.sent([`[message, ${Buffer.byteLength(text)} octets]`], this.#protection)
    this.#socket.write(`${text}.\r\n`)
    return ok(null)
  }

  /** What the server said, fit to be shown. */
  quote(text: string): string {
    return this.#transcript.quote(text, this.#protection)
  }

  /** Hands the bare socket over to TLS. What this object had read ahead must have been empty. */
  release(): Socket {
    this.#socket.off('data', this.#onData)
    this.#socket.off('end', this.#onEnd)
    this.#socket.off('close', this.#onEnd)
    this.#socket.off('error', this.#onError)
    return this.#socket
  }

  /** Says the last words without waiting for an answer, and closes within a quarter of a second. */
  sayGoodbye(command: string): void {
    this.writeLine(command)
    this.#socket.end()
    const timer = setTimeout(() => this.#socket.destroy(), FAREWELL_MS)
    this.#socket.once('close', () => clearTimeout(timer))
    // Whatever the server still says is read and dropped: unread input would turn the close into a reset.
    this.#socket.off('data', this.#onData).resume()
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#ahead.push(chunk)
    if (this.#ahead.length > this.#highWater()) this.#socket.pause()
    this.#wake?.()
  }

  readonly #onEnd = (): void => {
    this.#ending ??= { kind: 'disconnected', how: 'closed' }
    this.#wake?.()
  }

  readonly #onError = (error: Error): void => {
    this.#ending ??= socketFault(error)
    this.#wake?.()
  }

  #unexpectedInput(): WriteFault {
    return this.isProtected ? { kind: 'garbage' } : { kind: 'tampered', how: 'early-data' }
  }

  #noteSecret(secret: Secret): void {
    if (!this.isProtected) throw new Error('a secret on a line that must not carry one')
    this.#secretsWritten += 1
    const isFirst = this.#passwordSent === 'no'
    this.#sentAs =
      secret instanceof PasswordProof && (isFirst || this.#sentAs === 'proof') ? 'proof' : undefined
    if (isFirst) this.#passwordSent = 'unknown'
  }

  #highWater(): number {
    return Math.max(this.#lineBytes, this.limits.literalBytes)
  }

  #moreInput(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = null
        resolve()
      }
    })
  }

  #takeLine(end: number): string {
    const octets = this.#take(end + 1)
    const stop = end > 0 && octets[end - 1] === CR ? end - 1 : end
    const line = octets.subarray(0, stop).toString('utf8')
    if (this.#passwordSent === 'unknown') this.#passwordSent = 'yes'
    this.#transcript.received(line, this.#protection)
    return line
  }

  #take(count: number): Buffer {
    const octets = this.#ahead.take(count)
    if (this.#ahead.length <= this.#highWater() && this.#socket.isPaused()) this.#socket.resume()
    return octets
  }
}
