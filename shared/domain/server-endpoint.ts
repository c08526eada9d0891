import { parseHostName } from '#shared/domain/host-name.ts'
import { SECURITIES, type Protocol, type Security } from '#shared/domain/protocol.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** One port of one server. `host` is in wire form (A-labels or an address), `port` is 1 to 65535. */
export interface ServerEndpoint {
  readonly protocol: Protocol
  readonly host: string
  readonly port: number
  readonly security: Security
}

export type EndpointProblem = 'form' | 'host' | 'port' | 'security'

export function sameEndpoint(a: ServerEndpoint, b: ServerEndpoint): boolean {
  return a.protocol === b.protocol && a.host === b.host && a.port === b.port && a.security === b.security
}

/** `host:port:security`, IPv6 in brackets: the form the command line takes. */
export function formatEndpoint(endpoint: ServerEndpoint): string {
  return `${formatHost(endpoint.host)}:${endpoint.port}:${endpoint.security}`
}

export function formatHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

/** Reads `host:port:security`; the host may be a U-label name or an IPv6 address in brackets. */
export function parseEndpoint(protocol: Protocol, text: string): Outcome<ServerEndpoint, EndpointProblem> {
  const parts = /^(\[[^\]]*\]|[^:[\]]*):([^:]*):([^:]*)$/.exec(text)
  if (parts === null) return fail('form')
  const [, hostText = '', portText = '', securityText = ''] = parts
  const host = parseHostName(hostText)
  if (!host.ok) return fail('host')
  const port = parsePort(portText)
  if (port === null) return fail('port')
  const security = SECURITIES.find((known) => known === securityText)
  return security === undefined ? fail('security') : ok({ protocol, host: host.value.ascii, port, security })
}

/** Decimal digits only, 1 to 65535; `null` otherwise (`25abc`, `-1`, `0`, `65536`). */
export function parsePort(text: string): number | null {
  if (!/^[1-9]\d{0,4}$/.test(text)) return null
  const port = Number(text)
  return port <= 65_535 ? port : null
}
