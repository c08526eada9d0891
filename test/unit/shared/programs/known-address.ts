import { providerByDomain } from '#shared/catalogue/look-up.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import type { KnownSettings } from '#shared/programs/known-service.ts'

export const DAY = '2026-11-27'

/** What the catalogue knows of an address. */
export function known(text: string): KnownSettings {
  const address = parseEmailAddress(text)
  const provider = address.ok ? providerByDomain(address.value.domain.ascii) : null
  if (!address.ok || provider === null) return { day: DAY, provider: null, candidates: [] }
  const why = { kind: 'known-domain', provider: provider.name, domain: address.value.domain.ascii } as const
  const found = candidatesOf(provider, address.value, { source: 'catalogue', trust: 'built-in', why }, DAY)
  return { day: DAY, provider, candidates: found.map((candidate) => ({ ...candidate, otherDomain: null })) }
}
