import { expect, test } from 'vitest'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { findSettings } from '#engine/discovery/find.ts'
import { SOURCES } from '#engine/discovery/sources.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
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

async function discover(domain: string): Promise<Discovery | undefined> {
  const address = parseEmailAddress(`anna@${domain}`)
  if (!address.ok) throw new Error(domain)
  const { signal } = new AbortController()
  let last: Discovery | undefined
  const request = { address: address.value, accountType: null, sources: SOURCES, tools: silence, signal }
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
