import type { TranscriptLine } from '#shared/domain/evidence.ts'
import type { Redactor } from '#shared/report/redact.ts'
import { harmless, keywordsOnly } from '#shared/text/server-text.ts'
import type { Secret } from '#engine/secret.ts'

const MAX_LINES = 200

/** A piece of a command: plain text, or a secret that only the wire may see. */
export type WirePart = string | Secret

/**
 * What was said on one connection. Secrets are replaced before a line is kept, by field and by value; words that
 * arrived before encryption are reduced to keywords. At most 200 lines: the rest is counted, not kept.
 */
export class Transcript {
  readonly #lines: TranscriptLine[] = []
  readonly #redact: Redactor
  readonly #now: () => number
  #omitted = 0

  constructor(redact: Redactor, now: () => number) {
    this.#redact = redact
    this.#now = now
  }

  sent(parts: readonly WirePart[], sealed: boolean): void {
    this.#add('sent', parts.map(String).join('').replace(/\r\n$/, ''), sealed)
  }

  received(line: string, sealed: boolean): void {
    this.#add('received', sealed ? line : keywordsOnly(line), sealed)
  }

  /** The server's words as they may be shown: harmless, redacted, and none at all when they came unencrypted. */
  quote(text: string, sealed: boolean): string {
    return sealed ? harmless(this.#redact(text, 'server')) : ''
  }

  lines(): readonly TranscriptLine[] {
    if (this.#omitted === 0) return [...this.#lines]
    const atMs = this.#now()
    return [
      ...this.#lines,
      { direction: 'received', text: `… ${this.#omitted} more lines`, atMs, sealed: true },
    ]
  }

  #add(direction: TranscriptLine['direction'], text: string, sealed: boolean): void {
    if (this.#lines.length >= MAX_LINES) {
      this.#omitted += 1
      return
    }
    const redacted = this.#redact(text, direction === 'sent' ? 'mailwright' : 'server')
    this.#lines.push({ direction, text: harmless(redacted), atMs: this.#now(), sealed })
  }
}
