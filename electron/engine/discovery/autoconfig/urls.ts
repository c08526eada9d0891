import { neutralMailbox } from '#engine/discovery/neutral-mailbox.ts'

/**
 * Where a domain keeps its settings on a host of its own (draft-ietf-mailmaint-autoconfig section 4.1). Some servers
 * answer only with an address in the question; the one that is given is made up.
 * @param host where that is another one than the usual
 */
export function autoconfigUrl(domain: string, host = `autoconfig.${domain}`): string {
  const query = new URLSearchParams({ emailaddress: neutralMailbox(domain) })
  return `https://${host}/mail/config-v1.1.xml?${query.toString()}`
}

/** Where it keeps them on its web server. */
export function wellKnownUrl(domain: string): string {
  return `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`
}

/** The list Thunderbird keeps. It learns the domain, and nothing else about the address. */
export function ispdbUrl(domain: string): string {
  return `https://v1.ispdb.net/${domain}`
}
