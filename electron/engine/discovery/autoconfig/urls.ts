/** Where a domain keeps its settings on a host of its own (draft-ietf-mailmaint-autoconfig section 4.1). */
export function autoconfigUrl(domain: string): string {
  return `https://autoconfig.${domain}/mail/config-v1.1.xml`
}

/** Where it keeps them on its web server. */
export function wellKnownUrl(domain: string): string {
  return `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`
}

/** The list Thunderbird keeps. It learns the domain, and nothing else about the address. */
export function ispdbUrl(domain: string): string {
  return `https://v1.ispdb.net/${domain}`
}
