import { fail } from '#shared/outcome.ts'
import type { Resolver } from '#engine/ports.ts'

const nobody = () => Promise.resolve(fail({ kind: 'name-not-found' }))

/** A directory that knows what it is given, and nothing else. */
export function resolverWith(known: Partial<Resolver>): Resolver {
  return {
    addresses: nobody,
    services: nobody,
    texts: nobody,
    nameServers: nobody,
    mailExchangers: nobody,
    ...known,
  }
}
