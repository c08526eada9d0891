import { harmless, type Harmless } from '#shared/text/server-text.ts'

/** Longer than any honest server's, with all that is asked of it. */
const LONGEST = 2_000

/**
 * The address of a page to sign in on, as it may be shown and opened; `null` for any other. It comes from a document
 * of a server, and one that was cut would lead elsewhere.
 */
export function pageAddress(text: string): Harmless | null {
  const url = URL.parse(text)
  if (url === null || url.protocol !== 'https:') return null
  const shown = harmless(url.href, LONGEST)
  return shown === url.href ? shown : null
}
