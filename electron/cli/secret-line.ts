const ENTER = new Set([0x0d, 0x0a])
const CTRL_C = 0x03
const CTRL_D = 0x04
const CTRL_U = 0x15
const CTRL_W = 0x17
const BACKSPACE = new Set([0x7f, 0x08])
const SPACE = 0x20
const isContinuation = (octet: number | undefined) => octet !== undefined && (octet & 0xc0) === 0x80

/** What a terminal puts around a pasted text (xterm's bracketed paste). */
const PASTED = [Buffer.from('\u001b[200~'), Buffer.from('\u001b[201~')] as const

export type LineState = 'open' | 'entered' | 'interrupted'

/**
 * A line as it is typed into a terminal that interprets nothing, octet by octet. Only what takes back is understood:
 * the backspace, Ctrl+U for the line and Ctrl+W for the word. Every other key that is no letter stays in the text, so
 * that it is refused and never dropped: what is sent is what was typed.
 */
export class SecretLine {
  readonly #octets: number[] = []
  #state: LineState = 'open'
  #isPasting = false

  get state(): LineState {
    return this.#state
  }

  get length(): number {
    return this.#octets.length
  }

  /** Takes octets up to the end of the line, and gives back those behind it. */
  take(chunk: Uint8Array): Uint8Array {
    for (const [at, octet] of chunk.entries()) {
      this.#takeOne(octet)
      if (this.#state !== 'open') return chunk.subarray(at + 1)
    }
    return chunk.subarray(chunk.length)
  }

  octets(): Uint8Array {
    return Uint8Array.from(this.#octets)
  }

  #takeOne(octet: number): void {
    if (octet === CTRL_C || (octet === CTRL_D && this.length === 0)) this.#state = 'interrupted'
    else if (this.#isPasting) this.#keep(octet)
    else if (ENTER.has(octet)) this.#state = 'entered'
    else if (BACKSPACE.has(octet)) this.#dropLetter()
    else if (octet === CTRL_U) this.#octets.length = 0
    else if (octet === CTRL_W) this.#dropWord()
    else this.#keep(octet)
  }

  #keep(octet: number): void {
    this.#octets.push(octet)
    const mark = PASTED[this.#isPasting ? 1 : 0]
    if (!mark.equals(Uint8Array.from(this.#octets.slice(-mark.length)))) return
    this.#octets.length -= mark.length
    this.#isPasting = !this.#isPasting
  }

  #dropLetter(): void {
    while (isContinuation(this.#octets.at(-1))) this.#octets.pop()
    this.#octets.pop()
  }

  #dropWord(): void {
    while (this.#octets.at(-1) === SPACE) this.#octets.pop()
    while (this.length > 0 && this.#octets.at(-1) !== SPACE) this.#octets.pop()
  }
}
