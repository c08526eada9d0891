/** An address or a bare host is visible ASCII; the longest the page may hand back has 500 characters. */
const ISSUER = /^[!-~]{1,500}$/

/** The sign-in server a document names, `null` where what stands there can be none. It is judged where it is used. */
export function issuerIn(text: string): string | null {
  return ISSUER.test(text) ? text : null
}
