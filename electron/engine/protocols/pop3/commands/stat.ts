import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { readReply, rejected, type Pop3Reply } from '#engine/protocols/pop3/reply.ts'

export interface Counted {
  readonly messages: number
}

/**
 * STAT (RFC 1939 section 5): how many messages are waiting. Where the server takes commands ahead of their answers
 * (PIPELINING, RFC 2449 section 6.6) it may be sent along with the last command of the sign-in, which saves a round
 * trip. A refused sign-in is followed by a refused STAT, and nothing is lost.
 */
export class MessageCount {
  readonly #line: LineSocket
  #state: 'not-asked' | 'asked-ahead' = 'not-asked'

  constructor(line: LineSocket) {
    this.#line = line
  }

  /** Called in the tick in which the sign-in has been written to the end; tells whether the question is out. */
  askAhead(): boolean {
    const written = this.#line.writeLine('STAT')
    if (written.ok) this.#state = 'asked-ahead'
    return written.ok
  }

  /** Takes the answer to a question that went out behind a refused sign-in off the line. */
  async forgetAhead(): Promise<void> {
    if (this.#state === 'asked-ahead') await this.#readAhead()
    this.#state = 'not-asked'
  }

  /** Asks, unless that was done ahead. */
  async read(): Promise<Outcome<Counted, Fault>> {
    const reply = await (this.#state === 'asked-ahead' ? this.#readAhead() : this.#ask())
    this.#state = 'not-asked'
    if (!reply.ok) return reply
    if (reply.value.status !== '+OK') return rejected(reply.value, this.#line)
    return ok({ messages: Number(/^(\d{1,10})(?:\s|$)/.exec(reply.value.text)?.[1] ?? 0) })
  }

  async #ask(): Promise<Outcome<Pop3Reply, Fault>> {
    const written = this.#line.writeLine('STAT')
    return written.ok ? readReply(this.#line) : written
  }

  /** Some servers announce PIPELINING and lose what came with the sign-in, so after a while STAT is said again. */
  async #readAhead(): Promise<Outcome<Pop3Reply, Fault>> {
    const timer = setTimeout(() => this.#line.writeLine('STAT'), this.#line.limits.patienceMs)
    const reply = await readReply(this.#line)
    clearTimeout(timer)
    return reply
  }
}
