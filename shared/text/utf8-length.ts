/** How many octets a text takes on the wire; half a surrogate pair counts as the replacement character that is sent. */
export function utf8Length(text: string): number {
  let length = 0
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    length += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4
  }
  return length
}
