import type { Provider } from '#shared/catalogue/provider.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { DomainName } from '#shared/domain/domain-name.ts'

/** What the MX records of a domain say. */
export type MailExchange =
  /** The most preferred first; empty for a domain without any record. */
  | { readonly kind: 'hosts'; readonly hosts: readonly string[] }
  /** It takes no mail (RFC 7505). */
  | { readonly kind: 'null-mx' }
  /** The domain is known beforehand. */
  | { readonly kind: 'not-asked' }
  /** The name servers did not say. */
  | { readonly kind: 'no-answer' }

/** What was learned about a domain without signing in anywhere. */
export interface DomainLook {
  readonly discovery: Discovery
  /** What the catalogue has about the provider that was found. */
  readonly facts: Provider | null
  readonly mx: MailExchange
}

/** Looks at one domain after the other, or at several at once; hosts that they share are asked about once. */
export type LookAtDomain = (domain: DomainName) => Promise<DomainLook>
