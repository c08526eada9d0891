import type { Discovery } from '#shared/discovery/discovery.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { DiscoverRequest, UseCases } from '#engine/use-cases.ts'

/** Everything the sources know about an address, once all have answered. */
export async function discover(
  useCases: UseCases,
  address: EmailAddress,
  network: DiscoverRequest['network'],
  signal: AbortSignal,
): Promise<Discovery> {
  let latest: Discovery | null = null
  for await (const snapshot of useCases.discover({ address, accountType: null, network }, signal))
    latest = snapshot
  if (latest === null) throw new Error('discovery ended without a snapshot')
  return latest
}

/** The day on which the provider ends passwords, where that is still ahead; `null` where none is known. */
export function passwordEndIn({ hints }: Discovery): string | null {
  return hints.find(({ kind }) => kind === 'sign-in-ends')?.end?.day ?? null
}
