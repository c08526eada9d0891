import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { isLoopbackHost } from '#shared/domain/host-name.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'

const byProtocol: ReadonlyMap<Protocol, readonly string[]> = new Map(
  PROTOCOLS.map((protocol) => {
    const hosts = PROVIDERS.flatMap(({ servers }) =>
      servers[protocol].map((text) => text.split(':')[0] ?? ''),
    )
    return [protocol, [...new Set(hosts)]]
  }),
)
const all: ReadonlySet<string> = new Set(
  [...byProtocol.values()].flat().filter((host) => !isLoopbackHost(host)),
)

/** Whether this is a mail server on the internet of which the catalogue knows that it exists. */
export function isKnownHost(host: string): boolean {
  return all.has(host)
}

/** Every host the catalogue knows for a service. */
export function knownHosts(protocol: Protocol): readonly string[] {
  return byProtocol.get(protocol) ?? []
}
