import { expect, test } from 'vitest'
import { providerByDomain } from '#shared/catalogue/look-up.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { formatEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { IMPORTED } from '#shared/imported/records.ts'
import { findSettings } from '#engine/discovery/find.ts'
import { opensNoSocket } from '#engine/discovery/source.ts'
import { SOURCES } from '#engine/discovery/sources.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { whyOverridden } from '../../scripts/catalogue/overrides.ts'
import { toolsFor } from '../support/probe-bench.ts'
import { resolverWith } from '../support/resolvers.ts'

const forbidden = () => {
  throw new Error('no server may be asked')
}

/** A world in which every question and every connection is a mistake. */
const silence: ProbeTools = {
  ...toolsFor({}),
  dialer: { connect: forbidden },
  resolver: resolverWith({
    addresses: forbidden,
    services: forbidden,
    texts: forbidden,
    nameServers: forbidden,
    mailExchangers: forbidden,
    mailRoutes: forbidden,
    aliases: forbidden,
    pointers: forbidden,
    pinnedUsages: forbidden,
  }),
}

async function discover(
  domain: string,
  mode: 'online' | 'offline' = 'online',
): Promise<Discovery | undefined> {
  const address = parseEmailAddress(`anna@${domain}`)
  if (!address.ok) throw new Error(domain)
  const { signal } = new AbortController()
  let last: Discovery | undefined
  const sources = SOURCES.filter(mode === 'offline' ? opensNoSocket : () => true)
  const request = { address: address.value, accountType: null, sources, tools: silence, signal }
  for await (const snapshot of findSettings(request)) last = snapshot
  return last
}

test('every domain of the catalogue gets its own servers without a packet', async () => {
  const wrong: string[] = []
  for (const provider of PROVIDERS) {
    for (const pattern of provider.domains) {
      const domain = pattern.replace(/^\*\./, 'customer.')
      const found = await discover(domain)
      const servers = new Set(found?.candidates.map(({ endpoint }) => endpoint.protocol))
      const isRight =
        found?.complete === true &&
        found.provider?.id === provider.id &&
        Object.entries(provider.servers).every(
          ([protocol, texts]) => servers.has(protocol as 'imap') === texts.length > 0,
        )
      if (!isRight) wrong.push(`${domain} (${provider.id})`)
    }
  }
  expect(wrong).toEqual([])
})

test('every domain of the collections is known offline, by what they say or by an entry that says why not', async () => {
  const wrong: string[] = []
  // Most domains stand in several collections.
  const discovered = new Map<string, Promise<Discovery | undefined>>()
  for (const record of IMPORTED) {
    for (const pattern of record.domains) {
      const domain = pattern.replace(/^\*\./, 'customer.')
      const discovering = discovered.get(domain) ?? discover(domain, 'offline')
      discovered.set(domain, discovering)
      const found = await discovering
      const offered = new Set(found?.candidates.map(({ endpoint }) => endpointText(endpoint)))
      const provider = providerByDomain(domain)
      const missing = record.servers.filter(
        (server) =>
          !offered.has(`${server.protocol} ${server.text}`) &&
          (provider === null || whyOverridden(provider, server) === null),
      )
      const isKnown = provider !== null || offered.size > 0
      if (found?.complete !== true || !isKnown || missing.length > 0) wrong.push(`${domain} (${record.file})`)
    }
  }
  expect(wrong).toEqual([])
})

test.each([
  ['bbox.fr', 'smtp', 'public-list', 'in-collections'],
  ['nate.com', 'imap', 'guess', 'once-listed'],
  ['nifty.com', 'pop3', 'guess', 'known-domain'],
  ['q.com', 'imap', 'built-in', 'known-domain'],
  ['vip.163.com', 'imap', 'guess', 'known-domain'],
] as const)('the first server of %s for %s is trusted as %s', async (domain, protocol, trust, kind) => {
  const found = await discover(domain, 'offline')
  const first = found?.candidates.find(({ endpoint }) => endpoint.protocol === protocol)
  expect({ trust: first?.trust, kind: first?.why.kind }).toEqual({ trust, kind })
})

test('a brand with hosts of its own is offered those of the company first, and its own after them', async () => {
  const found = await discover('q.com', 'offline')
  const receiving = found?.candidates.filter(({ endpoint }) => endpoint.protocol === 'imap') ?? []
  expect(receiving.map(({ endpoint, trust }) => `${formatEndpoint(endpoint)} ${trust}`)).toEqual([
    'mail.centurylink.net:993:tls built-in',
    'mail.q.com:993:tls public-list',
  ])
})

function endpointText(endpoint: ServerEndpoint): string {
  return `${endpoint.protocol} ${formatEndpoint(endpoint)}`
}
