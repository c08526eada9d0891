import type { MessageFacts } from '#shared/domain/message-facts.ts'
import { registrableDomain } from '#shared/domain/registrable-domain.ts'

/** The registered domain, or the name itself where it has none (RFC 7489 section 3.2). */
export function organisationOf(domain: string): string {
  return registrableDomain(domain) ?? domain
}

/**
 * RFC 7489 section 3.1: whether a domain that was proved speaks for the domain in From.
 * @param mode `s`: only the very same one; `r`: any of the same organisation
 */
export function isAligned(proved: string | null, from: string, mode: 'r' | 's' = 'r'): boolean {
  if (proved === null) return false
  return proved === from || (mode === 'r' && organisationOf(proved) === organisationOf(from))
}

/** Whether a message that was opened is one of this domain: any other says nothing about it. */
export function isOwnMessage({ fromDomain }: Pick<MessageFacts, 'fromDomain'>, domain: string): boolean {
  return fromDomain !== null && isAligned(fromDomain, domain)
}
