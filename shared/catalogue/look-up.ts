import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import { ACCOUNT_TYPES, SENDING_SERVICES } from '#shared/catalogue/account-types.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'

const byId = new Map(PROVIDERS.map((provider) => [provider.id, provider]))
const byDomain = new Map(
  PROVIDERS.flatMap((provider) => provider.domains.map((domain) => [domain, provider] as const)),
)
const byMxSuffix = new Map(
  PROVIDERS.flatMap((provider) => provider.mx.map((suffix) => [suffix, provider] as const)),
)
const byNsSuffix = new Map(
  PROVIDERS.flatMap((provider) => (provider.ns ?? []).map((suffix) => [suffix, provider] as const)),
)
// Several entries may share a host; the one that says what senders for a domain of their own have to do comes first.
const bySmtpHost = new Map(
  PROVIDERS.toSorted((a, b) => Number(a.sending !== undefined) - Number(b.sending !== undefined)).flatMap(
    (provider) => provider.servers.smtp.map((server) => [server.split(':')[0] ?? '', provider] as const),
  ),
)

// An include that several entries share does not tell which of them it is.
const bySpfInclude = new Map(
  [
    ...Map.groupBy(
      PROVIDERS.filter(({ kind, sending }) => kind === 'mailbox' && sending?.spfInclude !== undefined),
      ({ sending }) => sending?.spfInclude ?? '',
    ),
  ].flatMap(([include, [provider, ...others]]) =>
    provider === undefined || others.length > 0 ? [] : [[include, provider] as const],
  ),
)

export function providerById(id: string): Provider | null {
  return byId.get(id) ?? null
}

/** The provider whose server takes mail under this name. */
export function providerBySmtpHost(host: string): Provider | null {
  return bySmtpHost.get(host) ?? null
}

/** The provider an address domain belongs to, by exact name first, then by the `*.` entries above it. */
export function providerByDomain(domain: string): Provider | null {
  const exact = byDomain.get(domain)
  if (exact !== undefined) return exact
  for (const parent of parentsOf(domain)) {
    const wildcard = byDomain.get(`*.${parent}`)
    if (wildcard !== undefined) return wildcard
  }
  return null
}

/** The provider that receives mail for a domain, told by its MX hosts in order of preference; longest suffix wins. */
export function providerByMx(
  hosts: readonly string[],
): { readonly provider: Provider; readonly mx: string } | null {
  const found = firstBelow(byMxSuffix, hosts)
  return found === null ? null : { provider: found.provider, mx: found.host }
}

/**
 * The provider that hosts the DNS of a domain. Weaker than MX: a domain may be registered there and have its mail
 * somewhere else, so this only counts where the MX hosts belong to no known provider.
 */
export function providerByNs(
  names: readonly string[],
): { readonly provider: Provider; readonly ns: string } | null {
  const found = firstBelow(byNsSuffix, names)
  return found === null ? null : { provider: found.provider, ns: found.host }
}

/** The provider with mailboxes whose customers include this domain in their SPF record; weaker than MX, as NS is. */
export function providerBySpf(
  includes: readonly string[],
): { readonly provider: Provider; readonly include: string } | null {
  for (const include of includes) {
    const provider = bySpfInclude.get(include)
    if (provider !== undefined) return { provider, include }
  }
  return null
}

/** The facts behind a tile; `null` where everything is found out or typed. */
export function providerForAccountType(id: AccountTypeId): Provider | null {
  const service = SENDING_SERVICES.find((candidate) => candidate.id === id)
  if (service !== undefined) return providerById(service.id)
  const type = ACCOUNT_TYPES.find((candidate) => candidate.id === id)
  return type === undefined || type.provider === null ? null : providerById(type.provider)
}

function* parentsOf(domain: string): Iterable<string> {
  for (let dot = domain.indexOf('.'); dot !== -1; dot = domain.indexOf('.', dot + 1))
    yield domain.slice(dot + 1)
}

function firstBelow(
  suffixes: ReadonlyMap<string, Provider>,
  hosts: readonly string[],
): { readonly provider: Provider; readonly host: string } | null {
  for (const host of hosts) {
    const name = host.toLowerCase().replace(/\.$/, '')
    for (const suffix of [name, ...parentsOf(name)]) {
      const provider = suffixes.get(suffix)
      if (provider !== undefined) return { provider, host: name }
    }
  }
  return null
}
