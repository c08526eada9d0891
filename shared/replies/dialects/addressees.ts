/** Parts of patterns that several tables share. Addresses stand in the words as `@` (`shared/replies/masked.ts`). */

/** What servers call the one who was to get the message; not the address of a sender or of a computer. */
export const ADDRESSEE = String.raw`(?:(?<!\b(?:sender|sender's|from|return|ip|reply|source|client) )address(?:ee)?|user(?:id)?|recipient|rcpt|mail ?box|mail ?drop|inbox|account|alias|person|customer|subscriber)`

/** Up to this many characters of the same sentence. */
export const WITHIN = String.raw`[^.;!?]{0,60}`

/** A pattern written in pieces, for words whose case means nothing. */
export function phrase(...pieces: readonly string[]): RegExp {
  return new RegExp(pieces.join(''), 'i')
}
