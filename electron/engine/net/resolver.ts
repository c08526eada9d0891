import type { MxRecord } from 'node:dns'
import { lookup, Resolver as DnsResolver } from 'node:dns/promises'
import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'
import type { IpAddress } from '#shared/domain/stage.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { errorCode } from '#engine/error-code.ts'
import { hasNetwork } from '#engine/net/dial.ts'
import { nameIn, namesIn } from '#engine/net/dns-names.ts'
import type { MailRoute, Resolver, ResolverFault } from '#engine/environment.ts'

export interface DnsOptions {
  /** `host:port` of the name server to ask instead of the system's; the hosts file is then left out too. */
  readonly server: string | null
  readonly timeoutMs: number
}

/**
 * Asks name servers directly, because the system's own look-up runs on four threads and a dead name would hold up
 * the living ones. Where the name servers know nothing, the system is asked too: it also knows the hosts file,
 * multicast names and the names of a VPN.
 */
export function createResolver({ server, timeoutMs }: DnsOptions): Resolver {
  // The defaults of the library take 22 s to notice a dead name server.
  const createDns = () => {
    const dns = new DnsResolver({ timeout: Math.max(500, timeoutMs / 4), tries: 2 })
    if (server !== null) dns.setServers([server])
    return dns
  }
  return {
    addresses: async (host, signal) => {
      const literal = addressLiteral(host)
      if (literal !== null) return ok([literal])
      if (host === 'localhost' || host.endsWith('.localhost')) return ok(LOOPBACK)
      const found = await askBothFamilies(createDns(), host, signal)
      return found.ok || server !== null || signal.aborted ? found : askSystem(host, found.error)
    },
    services: async (name, signal) => {
      const dns = createDns()
      const answer = await withCancel(dns, signal, () => dns.resolveSrv(name))
      if (!answer.ok) return answer
      const sorted = answer.value.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)
      return ok(
        sorted.flatMap(({ name, port, priority }) => {
          const host = name === '' || name === '.' ? '' : nameIn(name)
          return host === null ? [] : [{ host, port, priority }]
        }),
      )
    },
    texts: async (name, signal) => {
      const dns = createDns()
      const answer = await withCancel(dns, signal, () => dns.resolveTxt(name))
      return answer.ok ? ok(answer.value.map((parts) => parts.join(''))) : answer
    },
    nameServers: async (zone, signal) => {
      const dns = createDns()
      const answer = await withCancel(dns, signal, () => dns.resolveNs(zone))
      return answer.ok ? ok(namesIn(answer.value)) : answer
    },
    mailExchangers: async (domain, signal) => {
      const dns = createDns()
      const routes = routesOf(await withCancel(dns, signal, () => dns.resolveMx(domain)))
      return routes.ok ? ok(routes.value.flatMap(({ host }) => (host === '' ? [] : [host]))) : routes
    },
    ...recordQuestions(createDns),
  }
}

/** Questions about records that lead to no connection. */
function recordQuestions(
  createDns: () => DnsResolver,
): Pick<Resolver, 'mailRoutes' | 'aliases' | 'pointers' | 'pinnedUsages'> {
  return {
    mailRoutes: async (domain, signal) => {
      const dns = createDns()
      return routesOf(await withCancel(dns, signal, () => dns.resolveMx(domain)))
    },
    aliases: async (name, signal) => {
      const dns = createDns()
      const answer = await withCancel(dns, signal, () => dns.resolveCname(name))
      return answer.ok ? ok(namesIn(answer.value)) : answer
    },
    pointers: async (address, signal) => {
      const dns = createDns()
      const answer = await withCancel(dns, signal, () => dns.reverse(address))
      return answer.ok ? ok(namesIn(answer.value)) : answer
    },
    pinnedUsages: async (name, signal) => {
      const dns = createDns()
      const answer = await withCancel(dns, signal, () => dns.resolveTlsa(name))
      return answer.ok ? ok(answer.value.map(({ certUsage }) => certUsage)) : answer
    },
  }
}

/** Records that name nothing are no answer: they do not say that the domain takes no mail. */
function routesOf(
  answer: Outcome<readonly MxRecord[], ResolverFault>,
): Outcome<readonly MailRoute[], ResolverFault> {
  if (!answer.ok) return answer
  const routes = answer.value
    .toSorted((a, b) => a.priority - b.priority)
    .flatMap(({ exchange, priority }) => {
      const host = exchange === '' || exchange === '.' ? '' : nameIn(exchange)
      return host === null ? [] : [{ host, preference: priority }]
    })
  return routes.length === 0 && answer.value.length > 0
    ? fail({ kind: 'resolver-failed', detail: 'server-failure' })
    : ok(routes)
}

// RFC 6761 section 6.3: these names mean this computer, whatever a name server says.
const LOOPBACK: readonly IpAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
]

function addressLiteral(host: string): IpAddress | null {
  if (isIpv4(host)) return { address: host, family: 4 }
  return isIpv6(host) ? { address: host, family: 6 } : null
}

/** RFC 8305 section 3: AAAA and A are asked at the same time. One family is enough. */
async function askBothFamilies(
  dns: DnsResolver,
  host: string,
  signal: AbortSignal,
): Promise<Outcome<readonly IpAddress[], ResolverFault>> {
  const [v6, v4] = await Promise.all([
    withCancel(dns, signal, () => dns.resolve6(host)),
    withCancel(dns, signal, () => dns.resolve4(host)),
  ])
  const addresses: IpAddress[] = [
    ...(v6.ok ? v6.value : []).map((address) => ({ address, family: 6 as const })),
    ...(v4.ok ? v4.value : []).map((address) => ({ address, family: 4 as const })),
  ]
  if (addresses.length > 0) return ok(addresses)
  const faults = [v4, v6].flatMap((answer) => (answer.ok ? [] : [answer.error]))
  return fail(faults.find((fault) => fault.kind !== 'name-not-found') ?? { kind: 'name-not-found' })
}

async function withCancel<T>(
  dns: DnsResolver,
  signal: AbortSignal,
  ask: () => Promise<T>,
): Promise<Outcome<T, ResolverFault>> {
  if (signal.aborted) return fail({ kind: 'cancelled' })
  const cancel = () => dns.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return ok(await ask())
  } catch (error) {
    return fail(resolverFault(error))
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

async function askSystem(
  host: string,
  known: ResolverFault,
): Promise<Outcome<readonly IpAddress[], ResolverFault>> {
  try {
    const found = await lookup(host, { all: true, order: 'verbatim' })
    return ok(found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 })))
  } catch {
    return fail(known)
  }
}

function resolverFault(error: unknown): ResolverFault {
  switch (errorCode(error)) {
    case 'ENOTFOUND':
    case 'ENODATA':
    // A name that cannot exist is not asked for, and no host has it.
    case 'EBADNAME':
      return { kind: 'name-not-found' }
    case 'ECANCELLED':
      return { kind: 'cancelled' }
    case 'ETIMEOUT':
      return hasNetwork() ? { kind: 'resolver-failed', detail: 'timeout' } : { kind: 'offline' }
    case 'ECONNREFUSED':
      return hasNetwork() ? { kind: 'resolver-failed', detail: 'refused' } : { kind: 'offline' }
    default:
      return { kind: 'resolver-failed', detail: 'server-failure' }
  }
}
