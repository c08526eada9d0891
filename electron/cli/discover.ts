import type { Discovery } from '#shared/discovery/discovery.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { EnginePorts } from '#engine/create-engine.ts'
import { findSettings } from '#engine/discovery/find.ts'

/** Everything the sources know about an address, once all have answered. */
export async function discover(
  address: EmailAddress,
  ports: EnginePorts,
  options: { readonly network: 'ask' | 'leave-alone' },
  signal: AbortSignal,
): Promise<Discovery> {
  const sources = ports.sources.filter(({ standing }) => options.network === 'ask' || standing === 'built-in')
  let latest: Discovery | null = null
  for await (const snapshot of findSettings({
    address,
    accountType: null,
    sources,
    tools: ports.probe,
    preferredHosts: ports.policy?.preferredHosts ?? [],
    signal,
  })) {
    latest = snapshot
  }
  if (latest === null) throw new Error('discovery ended without a snapshot')
  return latest
}
