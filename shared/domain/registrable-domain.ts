import { getDomain } from 'tldts'

/**
 * The registered domain (`example.co.uk` for `mail.example.co.uk`), by the public suffix list; `null` for an
 * address, a single label or a public suffix itself. Suffixes that companies hand out names under count too: two
 * customers of one hoster have nothing to do with each other.
 */
export function registrableDomain(name: string): string | null {
  return getDomain(name, { allowPrivateDomains: true })
}
