const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** UTF-8 octets of a text; unpaired surrogates become U+FFFD. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = []
  for (const character of text.toWellFormed()) {
    const c = character.codePointAt(0) ?? 0
    if (c < 0x80) bytes.push(c)
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63))
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63))
    else bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63))
  }
  return bytes
}

/** RFC 4648 section 4, without padding. */
export function base64Unpadded(bytes: readonly number[]): string {
  let text = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffffff
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += ALPHABET[(buffer >> bits) & 63]
    }
  }
  return bits > 0 ? text + ALPHABET[(buffer << (6 - bits)) & 63] : text
}

/**
 * What the octets look like inside a longer base64 text, for each of the three places they can begin in. A SASL
 * PLAIN message contains the password at an offset that depends on the user name.
 */
export function base64Alignments(bytes: readonly number[]): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const text = base64Unpadded([...[0, 0].slice(0, offset), ...bytes])
    const first = Math.ceil((offset * 8) / 6)
    const last = Math.floor(((offset + bytes.length) * 8) / 6)
    return text.slice(first, last)
  })
}
