import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'

const hosts: ReadonlySet<string> = new Set(
  PROVIDERS.flatMap(({ servers }) =>
    PROTOCOLS.flatMap((protocol) => servers[protocol].map((text) => text.split(':')[0] ?? '')),
  ),
)

/** Whether this is a mail server on the internet of which the catalogue knows that it exists. */
export function isKnownHost(host: string): boolean {
  return hosts.has(host)
}
