import type { TranscriptLine } from '#shared/domain/evidence.ts'
import type { Redactor, Speaker } from '#shared/report/redact.ts'
import type { Inert } from '#shared/text/inert.ts'
import { keywordsOnly, plainWords, shortened, visibleWords, type Harmless } from '#shared/text/server-text.ts'
import type { Secret } from '#engine/secret.ts'

const MAX_LINES = 200

/**
 * What keeps an attacker on the way out of a line: TLS with a verified name, or that it never leaves this computer.
 * `clear`: nothing does, so what is read there is believed as little as possible and no secret is written.
 */
export type Protection = 'encrypted' | 'loopback' | 'clear'

/** A piece of a command: plain text, or a secret that only the wire may see. */
export type WirePart = string | Secret

/** What a redactor has to know of a secret: it, and what is left of it in a line that was made harmless. */
export function shownForms(secret: string): readonly string[] {
  return [secret, plainWords(secret)]
}

/**
 * What was said on one connection. Every line is made harmless before it is kept, and secrets are replaced, by field
 * and by value; words that arrived before encryption are reduced to keywords. At most 200 lines: the rest is counted,
 * not kept.
 */
export class Transcript {
  readonly #lines: Inert<TranscriptLine>[] = []
  readonly #redact: Redactor
  readonly #now: () => number
  #omitted = 0

  constructor(redact: Redactor, now: () => number) {
    this.#redact = redact
    this.#now = now
  }

  sent(parts: readonly WirePart[], protection: Protection): void {
    this.#add('sent', parts.map(String).join('').replace(/\r\n$/, ''), protection)
  }

  received(line: string, protection: Protection): void {
    this.#add('received', protection === 'clear' ? keywordsOnly(line) : line, protection)
  }

  /** The server's words as they may be shown: harmless, redacted, and none at all from a line in the clear. */
  quote(text: string, protection: Protection): Harmless {
    return this.#fit(protection === 'clear' ? '' : text, 'server')
  }

  /** Takes the secrets out of words of the server that become a fact. */
  readonly redact = (text: string): string => this.#redact(text, 'server')

  lines(): readonly Inert<TranscriptLine>[] {
    if (this.#omitted === 0) return [...this.#lines]
    const atMs = this.#now()
    return [
      ...this.#lines,
      { direction: 'received', text: shortened(`… ${this.#omitted} more lines`), atMs, encrypted: true },
    ]
  }

  #add(direction: TranscriptLine['direction'], text: string, protection: Protection): void {
    if (this.#lines.length >= MAX_LINES) {
      this.#omitted += 1
      return
    }
    const fitted = this.#fit(text, direction === 'sent' ? 'mailwright' : 'server')
    const encrypted = protection === 'encrypted'
    this.#lines.push({ direction, text: fitted, atMs: this.#now(), encrypted })
  }

  /**
   * SECURITY: a secret is looked for in what will be seen, so that an invisible character within it hides nothing, and
   * before lost letters become blanks; a line is cut last, so that no part of one is left at its end.
   */
  #fit(text: string, speaker: Speaker): Harmless {
    return shortened(plainWords(this.#redact(visibleWords(text), speaker)))
  }
}
