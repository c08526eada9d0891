const DOMAIN = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,20}\.?$/i

/** A domain in the text of a header, in small letters; `null` for anything else. */
export function domainIn(text: string | undefined): string | null {
  return text !== undefined && DOMAIN.test(text) ? smallLetters(text).replace(/\.$/, '') : null
}

/**
 * Small letters for Latin capitals and no others: letters of other scripts, such as the Kelvin sign, would become Latin
 * ones, and an attacker's name that of a host.
 */
export function smallLetters(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
}
