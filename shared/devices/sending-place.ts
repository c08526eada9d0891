import type { Provider } from '#shared/catalogue/provider.ts'
import { googleWorkspace } from '#shared/catalogue/providers/google-workspace.ts'
import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import type { RankedCandidate } from '#shared/domain/candidate.ts'
import { isOwnMailbox, type SendingWay } from '#shared/devices/sending-way.ts'
import { GOOGLE_WAYS, mailboxWays, MICROSOFT_WAYS } from '#shared/devices/sending-ways.ts'

/** With whom a device is to send. */
export interface SendingPlace {
  readonly providerId: string | null
  readonly name: string | null
  readonly ways: readonly SendingWay[]
  /** The sender, `''` where it is not known. */
  readonly address: string
  readonly domain: string
}

/** The ways of a provider; of one that is not known, those of any mailbox with a password. */
export function placeFor(provider: Provider | 'microsoft-365' | 'google-workspace' | null): SendingPlace {
  if (provider === 'microsoft-365') return placeFor(microsoft365)
  if (provider === 'google-workspace') return placeFor(googleWorkspace)
  return {
    providerId: provider?.id ?? null,
    name: provider?.name ?? null,
    ways: waysOf(provider),
    address: '',
    domain: '',
  }
}

/**
 * The same ways, with the servers that were found for the address where the catalogue has none: what takes nothing but the
 * own mailbox sends where the mailbox does.
 */
export function withFoundServers(
  ways: readonly SendingWay[],
  candidates: readonly RankedCandidate[],
): readonly SendingWay[] {
  const found = candidates.flatMap(({ endpoint }) => (endpoint.protocol === 'smtp' ? [endpoint] : []))
  return ways.map((way) =>
    isOwnMailbox(way.id) && way.servers.length === 0 ? { ...way, servers: found } : way,
  )
}

function waysOf(provider: Provider | null): readonly SendingWay[] {
  if (provider?.id === microsoft365.id) return MICROSOFT_WAYS
  return provider?.id === googleWorkspace.id ? GOOGLE_WAYS : mailboxWays(provider)
}
