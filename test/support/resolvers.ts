import type { IpAddress } from '#shared/domain/stage.ts'
import { fail, ok } from '#shared/outcome.ts'
import type { Resolver } from '#engine/environment.ts'

const nobody = () => Promise.resolve(fail({ kind: 'name-not-found' }))

/** A directory that knows what it is given, and nothing else. */
export function resolverWith(known: Partial<Resolver>): Resolver {
  return {
    addresses: nobody,
    services: nobody,
    texts: nobody,
    nameServers: nobody,
    mailExchangers: nobody,
    mailRoutes: nobody,
    aliases: nobody,
    pointers: nobody,
    pinnedUsages: nobody,
    ...known,
  }
}

/** Every name that can exist leads there (RFC 6761 section 6.4). */
export function everyName(addresses: readonly IpAddress[]): Resolver['addresses'] {
  return (host) => (host.endsWith('.invalid') ? nobody() : Promise.resolve(ok(addresses)))
}
