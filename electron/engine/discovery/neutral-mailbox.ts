/**
 * An address to ask with: some servers answer none without one. SECURITY: it tells the domain and not the person;
 * settings are the same for every mailbox of a domain.
 */
export function neutralMailbox(domain: string): string {
  return `mailbox@${domain}`
}
