import { resembledDomain } from '#shared/catalogue/lookalikes.ts'
import { meantDomain } from '#shared/catalogue/typos.ts'
import { hasInternationalName, type EmailAddress } from '#shared/domain/email-address.ts'

/** What is asked once about a possible address, before anything is looked up. The user has the last word. */
export type AddressDoubt =
  | { readonly kind: 'typo'; readonly suggestion: string }
  /** The domain looks like a known one in other letters. */
  | { readonly kind: 'lookalike'; readonly suggestion: string; readonly resembles: string }
  /** Letters before the @ that only some servers know (RFC 6531). */
  | { readonly kind: 'international' }

export function doubtAbout(address: EmailAddress): AddressDoubt | null {
  const { localPart, domain } = address
  const resembles = resembledDomain(domain.unicode)
  if (resembles !== null) return { kind: 'lookalike', suggestion: `${localPart}@${resembles}`, resembles }
  const meant = meantDomain(domain.ascii)
  if (meant !== null) return { kind: 'typo', suggestion: `${localPart}@${meant}` }
  return hasInternationalName(address.ascii) ? { kind: 'international' } : null
}
