import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import {
  parseCapabilities,
  parseStatus,
  readResponse,
  toServerReply,
  type StatusResponse,
} from '#engine/protocols/imap/response.ts'
import type { ImapServerReply } from '#shared/domain/server-reply.ts'
import { refusesAccount } from '#shared/replies/meaning.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import type { WirePart } from '#engine/transcript.ts'

/** How one command ended, with everything untagged that came before. */
export interface CommandResult {
  readonly tagged: StatusResponse
  readonly untagged: readonly string[]
  /** Announced in this answer, in an untagged line or in brackets; `null` when it was not. */
  readonly capabilities: readonly string[] | null
}

/** Answers a continuation request; `null` gives the exchange up, a fault the whole line. */
export type OnContinuation = (text: string) => Promise<Outcome<WirePart | null, Fault>>

const nothingToAdd: OnContinuation = () => Promise.resolve(ok(null))

/** Sends tagged commands over one line and reads their answers. Tags are never used twice. */
export class CommandRunner {
  readonly #line: LineSocket
  #count = 0

  constructor(line: LineSocket) {
    this.#line = line
  }

  /** Sends one command and reads up to its tagged response. */
  async run(
    parts: readonly WirePart[],
    onContinuation: OnContinuation = nothingToAdd,
  ): Promise<Outcome<CommandResult, Fault>> {
    const results = await this.#converse([parts], onContinuation)
    if (!results.ok) return results
    return results.value[0] ?? fail({ kind: 'garbage' })
  }

  /**
   * Sends commands in one flight, which saves a round trip for each but the first. Only for commands whose answers
   * cannot be taken for one another's (RFC 9051 section 5.5), and never around STARTTLS or AUTHENTICATE. Each command
   * has an outcome of its own, in the order of the commands; the whole fails only with the line.
   */
  runTogether(
    commands: readonly (readonly WirePart[])[],
  ): Promise<Outcome<readonly Outcome<CommandResult, Fault>[], Fault>> {
    return this.#converse(commands, nothingToAdd)
  }

  /**
   * A tag that is not ours means that the server answers what no client asked (CVE-2021-32066); `* BYE` ends
   * the session whatever else is said. What is untagged is kept with the command that ends next: servers need
   * not take commands in their order (RFC 9051 section 5.5), nearly all do.
   */
  async #converse(
    commands: readonly (readonly WirePart[])[],
    onContinuation: OnContinuation,
  ): Promise<Outcome<readonly Outcome<CommandResult, Fault>[], Fault>> {
    let untagged: string[] = []
    const early = await this.#readUnasked(untagged)
    if (early !== null) return fail(early)
    const tags = commands.map(() => this.#nextTag())
    for (const [index, parts] of commands.entries()) {
      const written = this.#line.writeLine(`${tags[index]} `, ...parts)
      if (!written.ok) return written
    }
    const results = new Map<string, Outcome<CommandResult, Fault>>()
    while (untagged.length < this.#line.limits.replyLines) {
      const response = await readResponse(this.#line)
      if (!response.ok) return response
      const text = response.value
      const tag = tags.find((one) => !results.has(one) && text.startsWith(`${one} `))
      if (tag !== undefined) {
        results.set(tag, finish(text.slice(tag.length + 1), untagged))
        untagged = []
        if (results.size < tags.length) continue
        return ok(tags.flatMap((one) => results.get(one) ?? []))
      }
      const problem = text.startsWith('+')
        ? await this.#continue(text, onContinuation)
        : this.#collect(text, untagged)
      if (problem !== null) return fail(this.#withEarlierWords(problem, results))
    }
    return fail({ kind: 'too-big', limit: 'reply' })
  }

  /**
   * A server may send untagged responses at any time (RFC 9051 section 2.2.2): Courier lets a client in and takes it
   * back with `* BYE` in the same packet. In the clear the line refuses them at the next command, as tampering.
   */
  async #readUnasked(untagged: string[]): Promise<Fault | null> {
    while (this.#line.encrypted && this.#line.hasUnread) {
      if (untagged.length >= this.#line.limits.replyLines) return { kind: 'too-big', limit: 'reply' }
      const response = await readResponse(this.#line)
      const problem = response.ok ? this.#collect(response.value, untagged) : response.error
      if (problem !== null) return problem
    }
    return null
  }

  #nextTag(): string {
    this.#count += 1
    return `A${this.#count}`
  }

  async #continue(text: string, onContinuation: OnContinuation): Promise<Fault | null> {
    const answer = await onContinuation(text.slice(1).trim())
    if (!answer.ok) return answer.error
    // A lone `*` cancels AUTHENTICATE (RFC 9051 section 6.2.2); the tagged BAD follows.
    const written = this.#line.writeLine(answer.value ?? '*')
    return written.ok ? null : written.error
  }

  /** A server that has refused what was asked and then hangs up has told the reason before. */
  #withEarlierWords(problem: Fault, results: ReadonlyMap<string, Outcome<CommandResult, Fault>>): Fault {
    if (problem.kind !== 'rejected') return problem
    for (const result of results.values()) {
      const reply =
        result.ok && result.value.tagged.status !== 'OK' ? this.#replyOf(result.value.tagged) : null
      if (reply !== null && refusesAccount(reply)) return { kind: 'rejected', reply }
    }
    return problem
  }

  #replyOf(response: StatusResponse): ImapServerReply {
    return toServerReply(response, this.#line)
  }

  #collect(text: string, untagged: string[]): Fault | null {
    if (!text.startsWith('* ')) return { kind: 'garbage' }
    const status = parseStatus(text.slice(2))
    if (status?.status === 'BYE') return { kind: 'rejected', reply: this.#replyOf(status) }
    // Said instead of a tagged answer (RFC 9051 section 7.1.3), by a server that then says no more.
    if (status?.status === 'BAD' && refusesAccount(this.#replyOf(status)))
      return { kind: 'rejected', reply: this.#replyOf(status) }
    untagged.push(text.slice(2))
    return null
  }
}

function finish(text: string, untagged: readonly string[]): Outcome<CommandResult, Fault> {
  const tagged = parseStatus(text)
  if (tagged === null || tagged.status === 'BYE' || tagged.status === 'PREAUTH')
    return fail({ kind: 'garbage' })
  const announcements = [tagged.code ?? '', ...untagged].flatMap((part) => parseCapabilities(part) ?? [])
  const announced = [tagged.code ?? '', ...untagged].some((part) => parseCapabilities(part) !== null)
  return ok({ tagged, untagged, capabilities: announced ? announcements : null })
}
