import type { Provider } from '#shared/catalogue/provider.ts'

/** Whether an address at a provider has a domain of the customer's own, and none of those that the provider gives out. */
export function isOwnDomain({ domains }: Pick<Provider, 'domains'>, domain: string): boolean {
  return !domains.some(
    (known) => known === domain || (known.startsWith('*.') && domain.endsWith(known.slice(1))),
  )
}
