const MAPPED_TO_SPACE = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/gu
/** RFC 3454 table B.1: soft hyphen, joiners, variation selectors and the like. */
const MAPPED_TO_NOTHING =
  /\u00ad|\u034f|\u1806|\u180b|\u180c|\u180d|\u200c|\u200d|\u2060|\ufeff|\p{Variation_Selector}/gu

/**
 * SASLprep (RFC 4013) as far as it changes a text: odd spaces become spaces, invisible characters go, and the rest is
 * written in one way (NFKC). What it would forbid is passed on: the server knows best which passwords exist.
 */
export function saslPrepare(text: string): string {
  return text.replace(MAPPED_TO_SPACE, ' ').replace(MAPPED_TO_NOTHING, '').normalize('NFKC')
}
