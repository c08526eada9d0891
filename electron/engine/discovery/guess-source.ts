import { relayByMx } from '#shared/catalogue/mail-routes.ts'
import { authMethodsFor } from '#shared/catalogue/sign-in.ts'
import type { Candidate } from '#shared/domain/candidate.ts'
import { publicHost } from '#shared/domain/host-name.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import { sameEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { candidatesFromCollections } from '#engine/discovery/collections-source.ts'
import { usualEndpoints } from '#engine/discovery/guess/usual-endpoints.ts'
import { limitSockets } from '#engine/discovery/guess/limit-sockets.ts'
import { probeGuess } from '#engine/discovery/guess/probe-guess.ts'
import { found, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'
import { groundedResolver } from '#engine/net/ground.ts'
import type { Resolver } from '#engine/environment.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'

/** A usual name that takes longer than this is none to propose. */
const CONNECT_MS = 4_000

const THIRD_PROTOCOL_MS = 500

/**
 * Looks whether servers answer under the usual names, and before them those that only old collections have: there the
 * look decides whether they are still true. What answers is still a guess: a certificate for
 * `imap.example.org` does not make its holder the provider of example.org, so no sign-in is tried here.
 */
export const guessSource: DiscoverySource = {
  id: 'guess',
  rank: 'guess',
  ask: async ({ address, resolver, tools, signal }) => {
    const { limits } = tools
    const looking = {
      ...tools,
      resolver: byWhoseName(address.domain.ascii, { ...tools, resolver }),
      dialer: limitSockets(tools.dialer, limits.guessSockets),
      limits: { ...limits, connectMs: Math.min(limits.connectMs, CONNECT_MS) },
    }
    const mx = await resolver.mailRoutes(address.domain.ascii, signal)
    const hosts = mx.ok ? mx.value.map(({ host }) => host) : []
    // A domain that takes no mail (RFC 7505) or only hands it on has no mailboxes, whatever answers there.
    if (hosts.includes('') || relayByMx(hosts)?.kind === 'forwarder') return NOTHING
    const mailHost = relayByMx(hosts) === null ? publicHost(hosts[0] ?? '') : null
    const listed = candidatesFromCollections(address, 'guess').filter(({ trust }) => trust === 'guess')
    const answering = await lookForAll((protocol, until) => {
      const old = listed.filter(({ endpoint }) => endpoint.protocol === protocol)
      const usual = usualEndpoints(protocol, address, mailHost).filter(
        ({ endpoint }) => !old.some((one) => sameEndpoint(one.endpoint, endpoint)),
      )
      const first = old.map(({ endpoint }) => ({ endpoint, turn: 'first' }) as const)
      return probeGuess([...first, ...usual], looking, until)
    }, signal)
    const candidates = answering.map(
      (endpoint) =>
        listed.find((one) => sameEndpoint(one.endpoint, endpoint)) ?? usualCandidate(endpoint, address),
    )
    return candidates.length === 0 ? NOTHING : found(candidates)
  },
}

function usualCandidate(endpoint: ServerEndpoint, address: EmailAddress): Candidate {
  return {
    endpoint,
    userName: address.ascii,
    auth: authMethodsFor([]),
    source: 'guess',
    trust: 'guess',
    why: { kind: 'answers', domain: address.domain.unicode },
  }
}

/** The domain's own usual names may be in the network around; where its MX record leads has to be outside. */
function byWhoseName(domain: string, tools: ProbeTools): Resolver {
  const own = groundedResolver(tools, 'typed-domain').resolver
  const other = groundedResolver(tools, 'outside').resolver
  return {
    ...own,
    addresses: (host, signal) =>
      (host === domain || host.endsWith(`.${domain}`) ? own : other).addresses(host, signal),
  }
}

type Look = (protocol: Protocol, signal: AbortSignal) => Promise<readonly ServerEndpoint[]>

/** With one way to send and one to receive there is an account; the third protocol gets a moment and is not waited for. */
async function lookForAll(look: Look, parent: AbortSignal): Promise<readonly ServerEndpoint[]> {
  const enough = new AbortController()
  const signal = AbortSignal.any([parent, enough.signal])
  const answering = new Map<Protocol, readonly ServerEndpoint[]>()
  let timer: NodeJS.Timeout | undefined
  const lookFor = async (protocol: Protocol) => {
    const endpoints = await look(protocol, signal)
    if (endpoints.length > 0) answering.set(protocol, endpoints)
    if (answering.has('smtp') && answering.size > 1)
      timer ??= setTimeout(() => enough.abort(), THIRD_PROTOCOL_MS)
  }
  try {
    await Promise.all(PROTOCOLS.map(lookFor))
  } finally {
    clearTimeout(timer)
    enough.abort()
  }
  return PROTOCOLS.flatMap((protocol) => answering.get(protocol) ?? [])
}
