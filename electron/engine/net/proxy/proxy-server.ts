import { isLoopbackHost } from '#shared/domain/host-name.ts'
import { formatHost } from '#shared/domain/server-endpoint.ts'
import type { Secret } from '#engine/secret.ts'

/** How a proxy is spoken to: CONNECT in the clear, CONNECT over TLS, or SOCKS version 5. */
export type ProxyKind = 'http' | 'https' | 'socks5'

export interface ProxyCredentials {
  readonly userName: string
  readonly password: Secret
}

/** The computer through which a network goes to the internet. */
export interface ProxyServer {
  readonly kind: ProxyKind
  readonly host: string
  readonly port: number
  readonly credentials: ProxyCredentials | null
}

/** All that is ever shown or kept of a proxy: neither a user name nor a password. */
export function proxyName({ host, port }: Pick<ProxyServer, 'host' | 'port'>): string {
  return `${formatHost(host)}:${port}`
}

/** The proxy to take to a host. This computer itself is never behind one: to the proxy, `localhost` is another computer. */
export function proxyFor(host: string, proxy: ProxyServer | null): ProxyServer | null {
  return isLoopbackHost(host) ? null : proxy
}
