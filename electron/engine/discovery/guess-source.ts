import { authMethodsFor } from '#shared/catalogue/sign-in.ts'
import type { Candidate } from '#shared/domain/candidate.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { usualDoors } from '#engine/discovery/guess/doors.ts'
import { limitSockets } from '#engine/discovery/guess/limit-sockets.ts'
import { lookBehind } from '#engine/discovery/guess/look-behind.ts'
import { found, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'

/** A usual name that takes longer than this is none to propose. */
const CONNECT_MS = 4_000

/**
 * Looks whether servers answer under the usual names. What answers is still a guess: that somebody holds a
 * certificate for `imap.example.org` does not make them the provider of example.org, so nobody signs in here.
 */
export const guessSource: DiscoverySource = {
  id: 'guess',
  standing: 'guess',
  ask: async ({ address, resolver, tools, signal }) => {
    const { limits } = tools
    const looking = {
      ...tools,
      resolver,
      dialer: limitSockets(tools.dialer, limits.guessSockets),
      limits: { ...limits, connectMs: Math.min(limits.connectMs, CONNECT_MS) },
    }
    const mx = await resolver.mailExchangers(address.domain.ascii, signal)
    const mailHost = mx.ok ? (mx.value[0] ?? null) : null
    const answering = await Promise.all(
      PROTOCOLS.map((protocol) => lookBehind(usualDoors(protocol, address, mailHost), looking, signal)),
    )
    const candidates = answering.flat().map((endpoint): Candidate => ({
      endpoint,
      userName: address.ascii,
      auth: authMethodsFor([]),
      source: 'guess',
      trust: 'guess',
      why: { kind: 'answers', domain: address.domain.unicode },
    }))
    return candidates.length === 0 ? NOTHING : found(candidates)
  },
}
