/** A line end would run half a command where it is pasted; an invisible sign would show another one than is run. */
const UNSPEAKABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** Whether a text shows all that it holds, on one line: what is pasted into a shell must be what was read. */
export function isPasteable(text: string): boolean {
  return !UNSPEAKABLE.test(text)
}
