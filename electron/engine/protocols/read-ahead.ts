const LF = 0x0a

/**
 * What has arrived and no reader has taken. Room is made in doubling steps: joining each piece to all before
 * it would take the square of their number, and a server that drips single octets chooses that number.
 */
export class ReadAhead {
  #store: Buffer = Buffer.alloc(0)
  #start = 0
  #end = 0
  #searched = 0

  get length(): number {
    return this.#end - this.#start
  }

  push(piece: Buffer): void {
    if (this.length === 0) return this.#adopt(piece)
    if (this.#end + piece.length > this.#store.length) this.#makeRoom(piece.length)
    this.#end += piece.copy(this.#store, this.#end)
  }

  /** How many octets stand before the first LF; -1 while none has come. No octet is looked at twice. */
  findLineFeed(): number {
    const found = this.#store.subarray(this.#start, this.#end).indexOf(LF, this.#searched)
    if (found === -1) this.#searched = this.length
    return found
  }

  /** Removes the first `count` octets, or all there are: behind them lies memory that was never written. */
  take(count: number): Buffer {
    const taken = this.#store.subarray(this.#start, this.#start + Math.min(count, this.length))
    this.#start += taken.length
    this.#searched = 0
    return taken
  }

  /** A piece that stands alone is kept as it is. It has no room left, so nothing is ever written into it. */
  #adopt(piece: Buffer): void {
    this.#store = piece
    this.#start = 0
    this.#end = piece.length
    this.#searched = 0
  }

  #makeRoom(count: number): void {
    const rest = this.#store.subarray(this.#start, this.#end)
    this.#store = Buffer.allocUnsafe(2 * (rest.length + count))
    rest.copy(this.#store)
    this.#start = 0
    this.#end = rest.length
  }
}
