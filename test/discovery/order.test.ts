import { afterEach, describe, expect, test } from 'vitest'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { findSettings } from '#engine/discovery/find.ts'
import { SOURCES } from '#engine/discovery/sources.ts'
import { mailServer } from '../support/behaviour.ts'
import { serverTls } from '../support/certificates.ts'
import {
  createDiscoveryWorld,
  linesOf,
  reportOf,
  type DiscoveryWorld,
} from '../support/discovery/discovery-world.ts'
import { settingsDocument } from '../support/discovery/settings-document.ts'
import type { Page } from '../support/discovery/web-server.ts'

let world: DiscoveryWorld | undefined
afterEach(async () => {
  await world?.stop()
  world = undefined
})

const AUTOCONFIG = 'autoconfig.example.org/mail/config-v1.1.xml'
const WELL_KNOWN = 'example.org/.well-known/autoconfig/mail/config-v1.1.xml'
const ISPDB = 'v1.ispdb.net/example.org'

/** A document whose servers carry the name of who sent it. */
const from = (name: string) =>
  settingsDocument(
    { hostname: `${name}-imap.example.org` },
    { type: 'smtp', hostname: `${name}-smtp.example.org` },
  )

const after =
  (ms: number, text: string): Page =>
  (_, response) => {
    setTimeout(() => response.end(text), ms)
  }

const chosenHosts = ({ candidates }: Discovery) =>
  ['smtp', 'imap'].map(
    (protocol) => candidates.find(({ endpoint }) => endpoint.protocol === protocol)?.endpoint.host,
  )

describe('whichever source answers first, the order of trust decides', () => {
  const ORDERS = [
    [0, 60, 120],
    [0, 120, 60],
    [60, 0, 120],
    [60, 120, 0],
    [120, 0, 60],
    [120, 60, 0],
  ] as const
  test.each(ORDERS)('autoconfig after %i ms, well-known after %i ms, list after %i ms', async (a, w, l) => {
    world = await createDiscoveryWorld({
      pages: {
        [AUTOCONFIG]: after(a, from('own')),
        [WELL_KNOWN]: after(w, from('web')),
        [ISPDB]: after(l, from('list')),
      },
      limits: { contradictionMs: 500 },
    })
    const snapshots = await world.find('anna@example.org')
    const last = snapshots.at(-1)
    expect(last === undefined ? [] : chosenHosts(last)).toEqual([
      'own-smtp.example.org',
      'own-imap.example.org',
    ])
    // Every snapshot is at least as good as the one before: nothing that was believed is taken back for less.
    const rank = ['own', 'web', 'list', 'usual']
    const seen = snapshots.map((snapshot) =>
      rank.findIndex((name) => chosenHosts(snapshot)[0]?.startsWith(name)),
    )
    const known = seen.filter((position) => position >= 0)
    expect(known).toEqual(known.toSorted((x, y) => y - x))
  })
})

test('what is found reaches the page while others are still being asked', async () => {
  world = await createDiscoveryWorld({
    pages: { [AUTOCONFIG]: from('own'), [WELL_KNOWN]: after(300, from('own')) },
    limits: { contradictionMs: 2_000 },
  })
  const snapshots = await world.find('anna@example.org')
  const early = snapshots.find((snapshot) => linesOf(snapshot).some((line) => line.endsWith('autoconfig')))
  expect(early).toMatchObject({ complete: false })
  expect(reportOf(early)['well-known']).toBe('asking')
  expect(snapshots.filter(({ complete }) => complete)).toHaveLength(1)
})

test('a hit calls off the list and the guessing, and gives the domain itself a moment to contradict', async () => {
  world = await createDiscoveryWorld({
    pages: {
      [AUTOCONFIG]: from('own'),
      [ISPDB]: after(5_000, from('list')),
      [WELL_KNOWN]: after(5_000, from('web')),
    },
    limits: { contradictionMs: 200 },
  })
  const startedMs = performance.now()
  const last = (await world.find('anna@example.org')).at(-1)
  expect(performance.now() - startedMs).toBeLessThan(1_500)
  expect(reportOf(last)).toMatchObject({
    autoconfig: 'found',
    ispdb: 'skipped',
    'well-known': 'skipped',
    guess: 'skipped',
  })
})

describe('contradictions', () => {
  test('the provider that receives the mail today is believed before a forgotten page, and both are shown', async () => {
    world = await createDiscoveryWorld({ mx: ['aspmx.l.google.com'], pages: { [AUTOCONFIG]: from('old') } })
    const last = (await world.find('anna@example.org')).at(-1)
    expect(last?.provider?.id).toBe('google-workspace')
    expect(
      last?.contradictions.map(({ chosen, other }) =>
        [chosen, other].map(({ endpoint, source }) => `${source} ${formatEndpoint(endpoint)}`),
      ),
    ).toEqual([
      ['mx smtp.gmail.com:465:tls', 'autoconfig old-smtp.example.org:465:tls'],
      ['mx imap.gmail.com:993:tls', 'autoconfig old-imap.example.org:993:tls'],
    ])
    expect(linesOf(last)).toContain('imap old-imap.example.org:993:tls autoconfig')
  })

  test('two sources that say the same do not contradict each other', async () => {
    world = await createDiscoveryWorld({ pages: { [AUTOCONFIG]: from('own'), [WELL_KNOWN]: from('own') } })
    expect((await world.find('anna@example.org')).at(-1)?.contradictions).toEqual([])
  })
})

describe('silence', () => {
  const everything = ['autoconfig', 'imap', 'mail', 'pop', 'pop3', 'smtp'].map(
    (label) => `${label}.example.org`,
  )

  test('everything is dropped: the answer comes in time, says why, and progress was shown', async () => {
    world = await createDiscoveryWorld({
      silent: ['example.org', 'v1.ispdb.net', ...everything],
      mx: ['mx.example.org'],
      limits: { discoveryMs: 1_500 },
    })
    const startedMs = performance.now()
    const snapshots = await world.find('anna@example.org')
    expect(performance.now() - startedMs).toBeLessThan(3_000)
    expect(snapshots.length).toBeGreaterThan(2)
    expect(snapshots[0]?.complete).toBe(false)
    const last = snapshots.at(-1)
    expect(reportOf(last)).toMatchObject({
      autoconfig: 'failed NET_TIMEOUT',
      guess: 'failed NET_TIMEOUT',
      srv: 'nothing',
    })
    expect(linesOf(last).every((line) => line.endsWith('proposal'))).toBe(true)
  })

  test('a server under a usual name is found although the other names are dropped', async () => {
    const tls = await serverTls({ dnsNames: ['mail.example.org'] })
    world = await createDiscoveryWorld({
      silent: ['example.org', 'v1.ispdb.net', ...everything],
      endpoints: {
        'mail.example.org:993': mailServer('imap', 'tls', tls),
        'mail.example.org:587': mailServer('smtp', 'starttls', tls),
      },
      limits: { discoveryMs: 7_000, contradictionMs: 300 },
    })
    const startedMs = performance.now()
    const snapshots = await world.find('anna@example.org')
    const found = snapshots.find((snapshot) => linesOf(snapshot).some((line) => line.endsWith('guess')))
    expect(linesOf(found)).toEqual([
      'smtp mail.example.org:587:starttls guess',
      'imap mail.example.org:993:tls guess',
    ])
    expect(performance.now() - startedMs).toBeLessThan(4_000)
    expect(world.dialled.length).toBeLessThanOrEqual(24)
  })
})

test('a user who goes on to something else leaves nothing behind', async () => {
  world = await createDiscoveryWorld({ pages: { [AUTOCONFIG]: () => {} }, silent: ['imap.example.org'] })
  const address = parseEmailAddress('anna@example.org')
  if (!address.ok) throw new Error('no address')
  const stop = new AbortController()
  const startedMs = performance.now()
  setTimeout(() => stop.abort(), 150)
  const snapshots: Discovery[] = []
  for await (const snapshot of findSettings({
    address: address.value,
    accountType: null,
    sources: SOURCES,
    tools: world.tools,
    signal: stop.signal,
  }))
    snapshots.push(snapshot)
  expect(performance.now() - startedMs).toBeLessThan(650)
})
