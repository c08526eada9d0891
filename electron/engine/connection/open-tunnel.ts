import type { Socket } from 'node:net'
import { assertNever, fail, ok, type Outcome } from '#shared/outcome.ts'
import { CLOSED, type UnusableProxy } from '#engine/net/proxy/exchange.ts'
import { connectOverHttp } from '#engine/net/proxy/http-connect.ts'
import type { ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import { connectOverSocks5 } from '#engine/net/proxy/socks5.ts'
import type { ProxyAnswer, TunnelFault, TunnelTarget } from '#engine/net/proxy/tunnel.ts'
import type { Clock } from '#engine/environment.ts'
import { handshake } from '#engine/tls/handshake.ts'
import type { TrustStore } from '#engine/tls/trust.ts'

export interface TunnelTools {
  readonly trust: TrustStore
  readonly clock: Clock
}

/**
 * Makes a tunnel out of a connection to a proxy: the socket that comes back reads and writes at the target. What is
 * said inside is no different from a direct connection, so names are proved and passwords protected as ever; all that
 * the proxy learns is host and port.
 */
export async function openTunnel(
  socket: Socket,
  proxy: ProxyServer,
  target: TunnelTarget,
  tools: TunnelTools,
): Promise<Outcome<Socket, TunnelFault>> {
  const startedMs = tools.clock.now()
  const line = proxy.kind === 'https' ? await encryptProxy(socket, proxy, tools) : ok(socket)
  if (!line.ok) return line
  const opened = await ask(line.value, proxy, target)
  return opened.ok ? line : fail(withClock(opened.error, tools.clock.now() - startedMs))
}

function ask(
  line: Socket,
  { kind, credentials }: ProxyServer,
  target: TunnelTarget,
): Promise<Outcome<null, ProxyAnswer>> {
  switch (kind) {
    case 'http':
    case 'https':
      return connectOverHttp(line, target, credentials)
    case 'socks5':
      return connectOverSocks5(line, target, credentials)
    default:
      return assertNever(kind)
  }
}

function withClock(answer: ProxyAnswer, waitedMs: number): TunnelFault {
  return answer.kind === 'gave-up' ? { kind: 'timeout', limitMs: Math.round(waitedMs) } : answer
}

/** SECURITY: the password of a proxy that is asked over TLS goes out only after the proxy has proved its name. */
async function encryptProxy(
  socket: Socket,
  { host }: ProxyServer,
  { trust, clock }: TunnelTools,
): Promise<Outcome<Socket, UnusableProxy>> {
  const shaken = await handshake(socket, { host, trust, pin: null, now: () => clock.date() })
  if (!shaken.ok) return fail(shaken.error.kind === 'disconnected' ? CLOSED : unusable('tls'))
  const { identity } = shaken.value
  return identity.proved ? ok(identity.socket) : fail(unusable('certificate'))
}

function unusable(how: UnusableProxy['how']): UnusableProxy {
  return { kind: 'proxy-unusable', how }
}
