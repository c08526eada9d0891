import type { Provider } from '#shared/catalogue/provider.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { DomainName } from '#shared/domain/domain-name.ts'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import type { Outcome } from '#shared/outcome.ts'
import type { LookAtDomain, MailExchange } from '#shared/preflight/domain-look.ts'
import { findSettings } from '#engine/discovery/find.ts'
import { neutralMailbox } from '#engine/discovery/neutral-mailbox.ts'
import { asksTheDomainAlone, type DiscoverySource } from '#engine/discovery/source.ts'
import type { MailRoute, Resolver, ResolverFault } from '#engine/environment.ts'
import { withFewQuestions } from '#engine/net/question-gate.ts'
import { RememberedHosts } from '#engine/net/remembered-hosts.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'

/** Longer than a person waits: what contradicts is what is looked for. */
const CONTRADICTION_MS = 3_000

/** What a name server bears from one computer without losing any. */
const QUESTIONS_AT_ONCE = 64

export interface LookTools {
  readonly sources: readonly DiscoverySource[]
  readonly providerById: (id: string) => Provider | null
  readonly tools: ProbeTools
}

/**
 * The discovery of a single address, for each of many domains: with the sources that ask the domain itself and its name
 * servers. Public lists are left alone, which a thousand questions would be a burden to, and so are mail servers; usual names that
 * no source gives are no news.
 */
export function lookAtDomains(
  { sources, providerById, tools }: LookTools,
  signal: AbortSignal,
): LookAtDomain {
  const names = withFewQuestions(tools.resolver, QUESTIONS_AT_ONCE)
  const hosts = new RememberedHosts(names, signal)
  const asked = sources.filter((source) => source.id !== 'proposal' && asksTheDomainAlone(source))
  const limits = { ...tools.limits, contradictionMs: Math.min(CONTRADICTION_MS, tools.limits.discoveryMs) }
  return async (domain) => {
    const heard: { routes: Outcome<readonly MailRoute[], ResolverFault> | null } = { routes: null }
    const resolver: Resolver = {
      ...hosts.resolverFor(domain.ascii),
      mailRoutes: async (name, own) => {
        const routes = await names.mailRoutes(name, own)
        if (name === domain.ascii) heard.routes = routes
        return routes
      },
    }
    // Of its own, so that nothing of thousands of domains stays with the signal of the run.
    const own = new AbortController()
    const passOn = () => own.abort()
    signal.addEventListener('abort', passOn, { once: true })
    if (signal.aborted) passOn()
    const request = {
      address: mailboxOf(domain),
      accountType: null,
      sources: asked,
      snapshots: 'last',
    } as const
    const discovery = await lastOf(
      findSettings({ ...request, tools: { ...tools, resolver, limits }, signal: own.signal }),
    ).finally(() => signal.removeEventListener('abort', passOn))
    const { provider } = discovery
    return {
      discovery,
      facts: provider === null ? null : providerById(provider.id),
      mx: exchangeOf(heard.routes, discovery),
    }
  }
}

function mailboxOf({ ascii }: DomainName): EmailAddress {
  const address = parseEmailAddress(neutralMailbox(ascii))
  if (!address.ok) throw new Error('a domain of a list that no mailbox can have')
  return address.value
}

async function lastOf(snapshots: AsyncIterable<Discovery>): Promise<Discovery> {
  let latest: Discovery | null = null
  for await (const snapshot of snapshots) latest = snapshot
  if (latest === null) throw new Error('discovery ended without a snapshot')
  return latest
}

function exchangeOf(
  routes: Outcome<readonly MailRoute[], ResolverFault> | null,
  { provider }: Discovery,
): MailExchange {
  if (routes === null) return { kind: provider?.why.kind === 'known-domain' ? 'not-asked' : 'no-answer' }
  if (!routes.ok)
    return routes.error.kind === 'name-not-found' ? { kind: 'hosts', hosts: [] } : { kind: 'no-answer' }
  const hosts = routes.value.flatMap(({ host }) => (host === '' ? [] : [host]))
  return hosts.length === 0 && routes.value.length > 0 ? { kind: 'null-mx' } : { kind: 'hosts', hosts }
}
