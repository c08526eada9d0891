import { USUAL_PORTS } from '#shared/domain/protocol.ts'
import { sameEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/** Relay between servers lives there; a mail program has no business on it. */
const RELAY_PORT = 25

/**
 * The other endpoints at which the same service usually answers, the likeliest first: the same port with the other
 * kind of encryption, then the other registered ports. Encrypted ones only. Without encryption it is a program on this
 * computer: it has the one port it was given, and may want SSL/TLS there.
 */
export function usualAlternatives(endpoint: ServerEndpoint): readonly ServerEndpoint[] {
  if (endpoint.security === 'none') return [{ ...endpoint, security: 'tls' }]
  const { protocol, host, port } = endpoint
  const swapped: ServerEndpoint = { ...endpoint, security: endpoint.security === 'tls' ? 'starttls' : 'tls' }
  const registered = Object.entries(USUAL_PORTS[protocol]).map(([other, security = 'tls']) => ({
    protocol,
    host,
    port: Number(other),
    security,
  }))
  const elsewhere = registered
    .filter((other) => other.port !== port && other.port !== RELAY_PORT)
    .toSorted((a, b) => Number(b.security === 'tls') - Number(a.security === 'tls'))
  return [swapped, ...elsewhere].filter((other) => !sameEndpoint(other, endpoint))
}
