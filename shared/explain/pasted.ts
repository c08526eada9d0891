/** What the user has pasted; the octets too, where they are known. */
export interface Pasted {
  readonly text: string
  readonly octets: Uint8Array | null
}

/** Octets of a file, characters of a pasted text. A bounce says what it has to say long before that. */
export const MAX_PASTED = 1024 * 1024

/** @throws if the octets cannot be of that character set */
type Decode = (octets: Uint8Array, charset: 'utf-8' | 'windows-1252') => string

/** Old mail is often not in UTF-8; a byte that cannot be UTF-8 means that none of it is. */
export function pastedFrom(octets: Uint8Array, decode: Decode): Pasted {
  try {
    return { text: decode(octets, 'utf-8'), octets }
  } catch {
    return { text: decode(octets, 'windows-1252'), octets }
  }
}
