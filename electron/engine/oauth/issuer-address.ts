import { publicHost } from '#shared/domain/host-name.ts'

/**
 * The address of an authorization server, as documents and users name it: with `https://` before it or as a bare host.
 * `null` for what is none. SECURITY: no user name, no query, and no host of this network.
 */
export function parseIssuerAddress(text: string): URL | null {
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
  return url.search !== '' || url.hash !== '' || publicHost(url.hostname) === null ? null : url
}
