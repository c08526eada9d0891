import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/** For relay between servers: a mail program does not need it, so no administrator is asked to open it. */
export const RELAY_PORT = 25

const USUAL: readonly (readonly [Protocol, number, 'tls' | 'starttls'])[] = [
  ['smtp', 465, 'tls'],
  ['smtp', 587, 'starttls'],
  ['smtp', 2525, 'starttls'],
  ['smtp', 25, 'starttls'],
  ['imap', 993, 'tls'],
  ['imap', 143, 'starttls'],
  ['pop3', 995, 'tls'],
  ['pop3', 110, 'starttls'],
]

/** Every usual mail port, with its encryption (RFC 8314, 6409, 9051, 1939). */
export function usualEndpointsOf(host: string): readonly ServerEndpoint[] {
  return USUAL.map(([protocol, port, security]) => ({ protocol, host, port, security }))
}
