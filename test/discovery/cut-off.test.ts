import { expect, test } from 'vitest'
import { isCutOff } from '#shared/discovery/discovery.ts'
import { createResolver } from '#engine/net/resolver.ts'
import { startDnsServer } from '../support/dns-server.ts'
import { createDiscoveryWorld } from '../support/discovery/discovery-world.ts'

test('where the name server answers nothing, no source says that the domain has none', async () => {
  const dns = await startDnsServer(() => 'SERVFAIL')
  const world = await createDiscoveryWorld({ limits: { discoveryMs: 4_000 } })
  const tools = { ...world.tools, resolver: createResolver({ server: dns.address, timeoutMs: 1_000 }) }
  const last = (await world.find('anna@example.org', undefined, tools)).at(-1)
  await Promise.all([dns.stop(), world.stop()])
  expect(last?.sources.filter(({ status }) => status === 'nothing').map(({ source }) => source)).toEqual([
    'catalogue',
    'collections',
    'guess',
  ])
  expect(last === undefined ? null : isCutOff(last)).toBe(true)
})
