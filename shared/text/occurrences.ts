/** So much of a text is looked for by the engine's own search before the walk through the rest begins. */
const HEAD = 8

/** A text to look for. It is prepared once and can be found in any number of others. */
export class Needle {
  readonly text: string
  #borders: Int32Array | null = null

  /** @param text not empty */
  constructor(text: string) {
    this.text = text
  }

  /**
   * Where it occurs, overlapping occurrences included. Linear in the length of both texts whatever they are (Knuth,
   * Morris and Pratt): the engine's own search is not, and a server chooses what it is searched in.
   */
  *occurrencesIn(text: string): Generator<number> {
    const { length } = this.text
    const head = this.text.slice(0, HEAD)
    let matched = 0
    for (let at = 0; at < text.length; at += 1) {
      if (matched === 0) {
        at = text.indexOf(head, at)
        if (at === -1) return
      }
      matched = this.#next(matched, text.charCodeAt(at))
      if (matched < length) continue
      yield at + 1 - length
      matched = this.#border(length)
    }
  }

  /** How much of this text stands at the end of what has been read, with one more unit. */
  #next(matched: number, unit: number): number {
    let length = matched
    while (length > 0 && this.text.charCodeAt(length) !== unit) length = this.#border(length)
    return this.text.charCodeAt(length) === unit ? length + 1 : 0
  }

  /** The longest proper beginning of the first `length` units that they also end with. */
  #border(length: number): number {
    this.#borders ??= bordersOf(this.text)
    return this.#borders[length] ?? 0
  }
}

function bordersOf(text: string): Int32Array {
  const borders = new Int32Array(text.length + 1)
  let border = 0
  for (let length = 2; length <= text.length; length += 1) {
    const unit = text.charCodeAt(length - 1)
    while (border > 0 && text.charCodeAt(border) !== unit) border = borders[border] ?? 0
    if (text.charCodeAt(border) === unit) border += 1
    borders[length] = border
  }
  return borders
}
