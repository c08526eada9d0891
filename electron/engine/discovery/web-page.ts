import { publicHost } from '#shared/domain/host-name.ts'

const LONGEST = 500

/**
 * The address of a page that a document names, `null` for what must not be shown as one: it is on the internet, over
 * https, without a password in it. It is shown and never opened; and a placeholder in it would be the user's name.
 */
export function webPage(text: string): string | null {
  const url = URL.parse(text.trim())
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
  if (publicHost(url.hostname) === null || /%[A-Z]+%|%25[A-Z]+%25/.test(url.href)) return null
  return url.href.length > LONGEST ? null : url.href
}
