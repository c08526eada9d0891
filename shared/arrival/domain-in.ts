const DOMAIN = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,20}$/

/** A domain in the text of a header, in small letters; `null` for anything else. */
export function domainIn(text: string | undefined): string | null {
  const clean = text?.trim().toLowerCase().replace(/\.$/, '') ?? ''
  return DOMAIN.test(clean) ? clean : null
}
