import { describe, expect, test } from 'vitest'
import { gmxNet } from '#shared/catalogue/providers/gmx-net.ts'
import { placeFor, withFoundServers } from '#shared/devices/sending-place.ts'
import type { RankedCandidate } from '#shared/domain/candidate.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'

const FOUND = (['smtp', 'imap'] as const).map((protocol): RankedCandidate => ({
  endpoint: { protocol, host: `${protocol}.example.org`, port: 465, security: 'tls' },
  userName: 'anna@example.org',
  auth: ['plain'],
  source: 'srv',
  trust: 'dns',
  why: { kind: 'typed' },
  otherDomain: null,
}))

const serversOf = (ways: ReturnType<typeof withFoundServers>, id: string) =>
  ways.find((way) => way.id === id)?.servers.map((server) => `${server.host}:${server.port}`)

describe('the own mailbox sends where the mailbox does', () => {
  test('by what was found, where the provider is not known', () => {
    const ways = withFoundServers(placeFor(null).ways, FOUND)
    expect(serversOf(ways, 'mailbox-password')).toEqual(['smtp.example.org:465'])
    expect(serversOf(ways, 'other-provider')).not.toContain('smtp.example.org:465')
  })

  test('by the catalogue, where it knows the provider', () => {
    const ways = withFoundServers(placeFor(gmxNet).ways, FOUND)
    expect(serversOf(ways, 'mailbox-password')).not.toContain('smtp.example.org:465')
    expect(gmxNet.servers.smtp.length).toBeGreaterThan(0)
  })

  test('found servers are those for sending alone', () => {
    expect(FOUND.map(({ endpoint }) => formatEndpoint(endpoint))).toHaveLength(2)
    expect(serversOf(withFoundServers(placeFor(null).ways, FOUND.slice(1)), 'mailbox-password')).toEqual([])
  })
})
