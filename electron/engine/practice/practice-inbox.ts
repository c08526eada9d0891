/** What lies in a practice mailbox: some messages without content, and what was sent to it since. */
export class PracticeInbox {
  readonly #waiting: number
  readonly #received: string[] = []

  /** @param waiting how many messages are there from the beginning */
  constructor(waiting: number) {
    this.#waiting = waiting
  }

  get count(): number {
    return this.#waiting + this.#received.length
  }

  /** @param source of a message, its lines ended by CRLF */
  deliver(source: string): void {
    this.#received.push(`Received: from practice by practice; ${new Date().toUTCString()}\r\n${source}`)
  }

  /** The numbers of the messages with this word in their subject. */
  search(word: string): readonly number[] {
    return this.#received.flatMap((source, index) =>
      headOf(source).includes(word) ? [this.#waiting + index + 1] : [],
    )
  }

  /** The headers of a message that was sent here, `null` of any other. */
  head(number: number): string | null {
    const source = this.#received[number - this.#waiting - 1]
    return source === undefined ? null : headOf(source)
  }
}

function headOf(source: string): string {
  const end = source.indexOf('\r\n\r\n')
  return end === -1 ? source : source.slice(0, end + 4)
}
