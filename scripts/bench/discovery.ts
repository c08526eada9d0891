import { isUsable, type Discovery } from '#shared/discovery/discovery.ts'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { findSettings } from '#engine/discovery/find.ts'
import { SOURCES } from '#engine/discovery/sources.ts'
import { DEFAULT_LIMITS } from '#engine/limits.ts'
import { Secret } from '#engine/secret.ts'
import { mailServer } from '../../test/support/behaviour.ts'
import { authority } from '../../test/support/certificates.ts'
import { createDiscoveryWorld, type DiscoveryWorld } from '../../test/support/discovery/discovery-world.ts'
import { settingsDocument } from '../../test/support/discovery/settings-document.ts'
import type { Bar } from './bars.ts'
import { timed } from './stopwatch.ts'

/** DNS, TCP, TLS and HTTP, one each. */
const DOCUMENT_TRIPS = 4
/** POP3 inside TLS: TCP, TLS, greeting, CAPA, sign-in, STAT. */
const SLOWEST_TRIPS = 6
const MOST_TIMES = 1.2
const SET_UP_MS = 150
const GUESS_TRIPS = 12
const GUESS_MS = 1_500
const MOST_SOCKETS = 24
const EVERYTHING_DROPPED_MS = 8_000
/** An answer out of memory, on a machine that is busy. */
const KNOWN_MS = 20

const HOSTS = ['imap', 'pop', 'smtp'].map((label) => `${label}.example.org`)
const NAMES = [
  ...HOSTS,
  'mail.example.org',
  'pop3.example.org',
  'autoconfig.example.org',
  'example.org',
  'v1.ispdb.net',
]

/** From an address to settings, and on to three proved services, on a line of this length. */
export async function measureDiscovery(roundTripMs: number): Promise<readonly Bar[]> {
  const bars = [
    await known(roundTripMs),
    await published(roundTripMs),
    ...(await guessed(roundTripMs)),
    ...(await dropped(roundTripMs)),
  ]
  return bars.map((bar) => ({ ...bar, name: `${bar.name}, at ${roundTripMs} ms` }))
}

async function known(roundTripMs: number): Promise<Bar> {
  const world = await createDiscoveryWorld({ roundTripMs, limits: DEFAULT_LIMITS })
  const value = await timed(() => firstUsable(world, 'anna@gmail.com'))
  await world.stop()
  if (world.dns.questions.length + world.dialled.length > 0)
    throw new Error('a known provider needs no network')
  return { name: 'known provider: first candidate', value, limit: KNOWN_MS, unit: 'ms' }
}

async function published(roundTripMs: number): Promise<Bar> {
  const tls = await authority.issue({ dnsNames: HOSTS })
  const world = await createDiscoveryWorld({
    roundTripMs,
    limits: DEFAULT_LIMITS,
    pages: {
      'autoconfig.example.org/mail/config-v1.1.xml': settingsDocument(
        {},
        { type: 'pop3', hostname: 'pop.example.org' },
        { type: 'smtp' },
      ),
    },
    endpoints: {
      'imap.example.org:993': mailServer('imap', 'tls', tls),
      'pop.example.org:995': mailServer('pop3', 'tls', tls),
      'smtp.example.org:465': mailServer('smtp', 'tls', tls),
    },
  })
  const value = await timed(async () => prove(await firstUsable(world, 'anna@example.org'), world))
  await world.stop()
  const limit = MOST_TIMES * (DOCUMENT_TRIPS + SLOWEST_TRIPS) * roundTripMs + SET_UP_MS
  return { name: 'autoconfig answers: three services proved', value, limit, unit: 'ms' }
}

async function guessed(roundTripMs: number): Promise<readonly Bar[]> {
  const tls = await authority.issue({ dnsNames: ['mail.example.org'] })
  const world = await createDiscoveryWorld({
    roundTripMs,
    limits: DEFAULT_LIMITS,
    silent: NAMES,
    endpoints: {
      'mail.example.org:993': mailServer('imap', 'tls', tls),
      'mail.example.org:587': mailServer('smtp', 'starttls', tls),
    },
  })
  const value = await timed(() => firstUsable(world, 'anna@example.org'))
  await world.stop()
  const name = 'found by guessing, the other names dropped'
  const limit = GUESS_TRIPS * roundTripMs + GUESS_MS
  return [
    { name, value, limit, unit: 'ms' },
    { name: `${name}: sockets`, value: world.dialled.length, limit: MOST_SOCKETS, unit: 'open' },
  ]
}

async function dropped(roundTripMs: number): Promise<readonly Bar[]> {
  const world = await createDiscoveryWorld({ roundTripMs, limits: DEFAULT_LIMITS, silent: NAMES })
  let firstMs = Number.POSITIVE_INFINITY
  const startedMs = performance.now()
  const value = await timed(async () => {
    for await (const { complete } of look(world, 'anna@example.org'))
      if (!complete) firstMs = Math.min(firstMs, performance.now() - startedMs)
  })
  await world.stop()
  return [
    { name: 'everything dropped: complete', value, limit: EVERYTHING_DROPPED_MS, unit: 'ms' },
    { name: 'everything dropped: first progress', value: firstMs, limit: KNOWN_MS, unit: 'ms' },
  ]
}

function look(world: DiscoveryWorld, text: string): AsyncIterable<Discovery> {
  const { signal } = new AbortController()
  const { tools } = world
  return findSettings({ address: addressOf(text), accountType: null, sources: SOURCES, tools, signal })
}

async function firstUsable(world: DiscoveryWorld, text: string): Promise<Discovery> {
  for await (const snapshot of look(world, text)) if (isUsable(snapshot)) return snapshot
  throw new Error('nothing was found')
}

/** Goes straight on, as `check --accept-discovered` does. */
async function prove({ candidates, address }: Discovery, { tools }: DiscoveryWorld): Promise<void> {
  const services = candidates.map(({ endpoint, userName }) => {
    const service = confirmService(endpoint, userName)
    if (!service.ok) throw new Error(service.error)
    return service.value
  })
  const check = runCheck(
    {
      address,
      services,
      credential: { kind: 'password', secret: new Secret('sunflower') },
      provider: null,
      testMessage: null,
      signal: new AbortController().signal,
    },
    tools,
  )
  for await (const event of check)
    if (event.type === 'done' && event.result.verdict !== 'ok') throw new Error('the check was to succeed')
}

function addressOf(text: string): EmailAddress {
  const address = parseEmailAddress(text)
  if (!address.ok) throw new Error(`no address: ${text}`)
  return address.value
}
