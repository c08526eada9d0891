import { setTimeout as delay } from 'node:timers/promises'
import type { Answer, Question } from 'dns-packet'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { findSettings } from '#engine/discovery/find.ts'
import type { DiscoverySource } from '#engine/discovery/source.ts'
import { SOURCES } from '#engine/discovery/sources.ts'
import type { Limits } from '#engine/limits.ts'
import { createResolver } from '#engine/net/resolver.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import type { Dialer, DialTarget, Resolver } from '#engine/environment.ts'
import {
  startScriptedServer,
  type Script,
  type ScriptedServer,
} from '#engine/practice/kit/scripted-server.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { systemClock } from '#engine/system-clock.ts'
import { createTrustStore } from '#engine/tls/trust.ts'
import { authority } from '../certificates.ts'
import { startDelayRelay, type DelayRelay } from '../delay-relay.ts'
import { startDnsServer, type DnsAnswer, type DnsServer } from '../dns-server.ts'
import { testScope } from '../test-world.ts'
import { TEST_LIMITS } from '../test-limits.ts'
import { startWebServer, type Page, type WebServer } from './web-server.ts'

/** What there is on the internet of one test. */
export interface WorldPlan {
  /** By host and path. Every host named here has an address. */
  readonly pages?: Readonly<Record<string, Page>>
  /** Mail servers by `host:port`. Every host named here has an address. */
  readonly endpoints?: Readonly<Record<string, Script>>
  /** Hosts that have an address and swallow every packet. */
  readonly silent?: readonly string[]
  readonly mx?: readonly string[]
  /** By name, beyond the addresses: `SRV _imaps._tcp.example.org`. */
  readonly records?: Readonly<Record<string, DnsAnswer>>
  readonly limits?: Partial<Limits>
  /** In which part of the world the addresses are. */
  readonly scopeOf?: ProbeTools['scopeOf']
  /** The round trip to every server, name servers included. */
  readonly roundTripMs?: number
}

export interface DiscoveryWorld {
  readonly web: WebServer
  readonly dns: DnsServer
  readonly endpoints: Readonly<Record<string, ScriptedServer>>
  /** Every connection that was tried, as `host:port`, in order. */
  readonly dialled: readonly string[]
  readonly tools: ProbeTools
  /** Every snapshot of a look-up for this address. */
  find(
    address: string,
    sources?: readonly DiscoverySource[],
    otherTools?: ProbeTools,
  ): Promise<readonly Discovery[]>
  stop(): Promise<void>
}

const HTTPS_PORT = 443

export async function createDiscoveryWorld(plan: WorldPlan, domain = 'example.org'): Promise<DiscoveryWorld> {
  const { pages = {}, endpoints = {}, silent = [], limits = {}, roundTripMs = 0 } = plan
  const webHosts = Object.keys(pages).map((address) => address.slice(0, address.indexOf('/')))
  const hosts = new Set([
    ...webHosts,
    ...Object.keys(endpoints).map((endpoint) => endpoint.split(':')[0] ?? ''),
    ...silent,
  ])
  const certificate = await authority.issue({ dnsNames: [...new Set([...webHosts, 'unused.test'])] })
  const web = await startWebServer(certificate, pages)
  const dns = await startDnsServer((question) => answerTo(question, hosts, plan, domain))
  const servers: Record<string, ScriptedServer> = {}
  for (const [endpoint, script] of Object.entries(endpoints))
    servers[endpoint] = await startScriptedServer(script)
  const lines = await Lines.start(web, servers, roundTripMs)
  const dialled: string[] = []
  const dialer = worldDialer(lines, new Set(silent), dialled)
  const tools: ProbeTools = {
    resolver: slowly(createResolver({ server: dns.address, timeoutMs: 1_000 }), roundTripMs),
    dialer,
    proxy: null,
    scopeOf: plan.scopeOf ?? testScope,
    trust: createTrustStore([authority.certificate]),
    clock: systemClock,
    limits: { ...TEST_LIMITS, ...limits },
  }
  return {
    web,
    dns,
    endpoints: servers,
    dialled,
    tools,
    find: (text, sources = SOURCES, otherTools = tools) => findAll(text, sources, otherTools),
    stop: async () => {
      await Promise.all([
        lines.stop(),
        web.stop(),
        dns.stop(),
        ...Object.values(servers).map((one) => one.stop()),
      ])
    },
  }
}

async function findAll(
  text: string,
  sources: readonly DiscoverySource[],
  tools: ProbeTools,
): Promise<readonly Discovery[]> {
  const address = parseEmailAddress(text)
  if (!address.ok) throw new Error(`no address: ${text}`)
  const { signal } = new AbortController()
  const snapshots: Discovery[] = []
  for await (const snapshot of findSettings({
    address: address.value,
    accountType: null,
    sources,
    tools,
    signal,
  }))
    snapshots.push(snapshot)
  return snapshots
}

function answerTo(
  { type, name }: Question,
  hosts: ReadonlySet<string>,
  { mx = [], records = {} }: WorldPlan,
  domain: string,
): DnsAnswer {
  const known = records[`${type} ${name}`]
  if (known !== undefined) return known
  if (type === 'A' && hosts.has(name)) return [{ type: 'A', name, data: '127.0.0.1' } satisfies Answer]
  if (type === 'AAAA' && hosts.has(name)) return []
  if (type === 'MX' && name === domain && mx.length > 0)
    return mx.map((exchange, preference) => ({ type: 'MX', name, data: { preference, exchange } }))
  return 'NXDOMAIN'
}

/** The ports at which the servers are reached: their own, or those of relays that add a delay. */
class Lines {
  readonly #web: number
  readonly #endpoints: ReadonlyMap<string, number>
  readonly #relays: readonly DelayRelay[]

  private constructor(web: number, endpoints: ReadonlyMap<string, number>, relays: readonly DelayRelay[]) {
    this.#web = web
    this.#endpoints = endpoints
    this.#relays = relays
  }

  static async start(
    web: WebServer,
    servers: Readonly<Record<string, ScriptedServer>>,
    roundTripMs: number,
  ): Promise<Lines> {
    const relays: DelayRelay[] = []
    const reach = async (port: number) => {
      if (roundTripMs === 0) return port
      const relay = await startDelayRelay(port, roundTripMs)
      relays.push(relay)
      return relay.port
    }
    const endpoints = new Map<string, number>()
    for (const [endpoint, { port }] of Object.entries(servers)) endpoints.set(endpoint, await reach(port))
    return new Lines(await reach(web.port), endpoints, relays)
  }

  /** Port 1, where no server listens, for what does not exist. */
  portOf(host: string, port: number): number {
    return this.#endpoints.get(`${host}:${port}`) ?? (port === HTTPS_PORT ? this.#web : 1)
  }

  has(host: string, port: number): boolean {
    return this.#endpoints.has(`${host}:${port}`)
  }

  async stop(): Promise<void> {
    await Promise.all(this.#relays.map((relay) => relay.stop()))
  }
}

function worldDialer(lines: Lines, silent: ReadonlySet<string>, dialled: string[]): Dialer {
  return {
    connect: (target: DialTarget, signal) => {
      const { host, port } = target
      dialled.push(`${host}:${port}`)
      if (silent.has(host) && !lines.has(host, port)) return untilAborted(signal)
      return tcpDialer.connect({ ...target, port: lines.portOf(host, port) }, signal)
    },
  }
}

function slowly(resolver: Resolver, roundTripMs: number): Resolver {
  if (roundTripMs === 0) return resolver
  return {
    ...resolver,
    addresses: (host, signal) => delay(roundTripMs).then(() => resolver.addresses(host, signal)),
    services: (name, signal) => delay(roundTripMs).then(() => resolver.services(name, signal)),
    texts: (name, signal) => delay(roundTripMs).then(() => resolver.texts(name, signal)),
    nameServers: (zone, signal) => delay(roundTripMs).then(() => resolver.nameServers(zone, signal)),
    mailRoutes: (domain, signal) => delay(roundTripMs).then(() => resolver.mailRoutes(domain, signal)),
    aliases: (name, signal) => delay(roundTripMs).then(() => resolver.aliases(name, signal)),
  }
}

function untilAborted(signal: AbortSignal): ReturnType<Dialer['connect']> {
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve({ ok: false, error: { kind: 'cancelled' } }), {
      once: true,
    }),
  )
}

/** What was found, a line each: `imap imap.example.org:993:tls autoconfig`. */
export function linesOf(discovery: Discovery | undefined): readonly string[] {
  return (discovery?.candidates ?? []).map(
    ({ endpoint, source }) => `${endpoint.protocol} ${formatEndpoint(endpoint)} ${source}`,
  )
}

/** How each source did: `autoconfig: found`. */
export function reportOf(discovery: Discovery | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (discovery?.sources ?? []).map(({ source, status, code }) => [
      source,
      code === null ? status : `${status} ${code}`,
    ]),
  )
}
