import { expect, vi } from 'vitest'
import { tcpDialer } from '#engine/net/dial.ts'
import type { Script } from '#engine/practice/kit/scripted-server.ts'
import type { ProxyKind } from '#engine/net/proxy/proxy-server.ts'
import type { Resolver } from '#engine/environment.ts'
import { serverTls } from './certificates.ts'
import { tryOut, type Trial, type TrialOptions } from './probe-bench.ts'
import { startProxy, type ProxyOptions, type TestProxy } from './proxy-server.ts'

/** What an honest proxy that is asked over TLS shows. */
export const proxyTls = await serverTls({ dnsNames: ['proxy.example.test'], ipAddresses: ['127.0.0.1'] })

export const PROXY_KINDS = [{ kind: 'http' }, { kind: 'https', tls: proxyTls }, { kind: 'socks5' }] as const

export interface ProxyTrial extends Trial {
  readonly proxy: TestProxy
  readonly tookMs: number
  /** The names this computer looked up itself. */
  readonly lookedUp: readonly string[]
}

export interface ProxyTrialOptions extends Omit<TrialOptions, 'tools'> {
  /** Signs in to the proxy with another password than it accepts; `null`: not at all. */
  readonly proxyPassword?: string | null
  /** By name, instead of its address. */
  readonly proxyHost?: string
  /** As if it were of another kind. */
  readonly spokenTo?: ProxyKind
}

/** Runs the check of one service through a proxy, and the oracle after it, at both ends of the proxy. */
export async function tryThrough(
  does: ProxyOptions,
  script: Script,
  { proxyPassword, proxyHost, spokenTo, ...options }: ProxyTrialOptions,
): Promise<ProxyTrial> {
  const proxy = await startProxy(does)
  const lookedUp: string[] = []
  const startedAt = performance.now()
  const trial = await tryOut(script, {
    ...options,
    tools: ({ dialer, resolver }) => {
      proxy.leadTo(dialer)
      const own = proxy.server(proxyPassword)
      const server = { ...own, kind: spokenTo ?? own.kind, host: proxyHost ?? own.host }
      return { dialer: tcpDialer, resolver: logging(resolver, lookedUp), proxy: server }
    },
  })
  const tookMs = performance.now() - startedAt
  await vi.waitFor(() => expect(proxy.openConnections).toBe(0), { interval: 5, timeout: 500 })
  expect(proxy.mistakes, 'the proxy itself made no mistake').toEqual([])
  expect(trial.canary.formsIn(proxy.seen()), 'the proxy sees no secret').toEqual([])
  await proxy.stop()
  return { ...trial, proxy, tookMs, lookedUp }
}

function logging(resolver: Resolver, names: string[]): Resolver {
  return {
    ...resolver,
    addresses: (host, signal) => {
      names.push(host)
      return resolver.addresses(host, signal)
    },
  }
}
