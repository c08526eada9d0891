/** A row has six short columns; what is longer is no row. Characters. */
const MOST_LINE = 65_536

/** A line without its end, by its number in the file; `null`: longer than any row, and not kept. */
export interface NumberedLine {
  readonly line: number
  readonly text: string | null
}

/**
 * Cuts text into lines as it arrives. Nothing beyond the limit is kept of one, so a line without an end takes no memory.
 * The line ends are LF and CRLF.
 */
export class LineReader {
  #line = 1
  #rest = ''
  #isTooLong = false

  take(chunk: string): readonly NumberedLine[] {
    const lines: NumberedLine[] = []
    let from = 0
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      this.#keep(chunk.slice(from, end))
      lines.push(this.#cut())
      from = end + 1
    }
    this.#keep(chunk.slice(from))
    return lines
  }

  /** What stands behind the last line end, `null` where nothing does. */
  end(): NumberedLine | null {
    return this.#rest === '' && !this.#isTooLong ? null : this.#cut()
  }

  #keep(part: string): void {
    if (this.#rest.length + part.length > MOST_LINE) this.#isTooLong = true
    this.#rest = this.#isTooLong ? '' : this.#rest + part
  }

  #cut(): NumberedLine {
    const text = this.#isTooLong ? null : this.#rest.replace(/\r$/, '')
    const cut = { line: this.#line, text }
    this.#line += 1
    this.#rest = ''
    this.#isTooLong = false
    return cut
  }
}
