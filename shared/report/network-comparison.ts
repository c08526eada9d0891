import type { Code } from '#shared/finding/codes.ts'
import { isGood, type EndpointResult } from '#shared/finding/check-result.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { sameEndpoint } from '#shared/domain/server-endpoint.ts'

/** How an account did in a network that has been left since. */
export interface NetworkBefore {
  /** Tells networks apart; `''` where it is not known. */
  readonly network: string
  readonly results: readonly EndpointResult[]
}

export interface ComparedService {
  readonly protocol: Protocol
  readonly before: EndpointResult
  readonly now: EndpointResult
  readonly change: 'mended' | 'broken' | 'same' | 'different'
}

/**
 * `network`: what was broken works here, so it is the other network's doing. `same-network`: this computer has not
 * moved. `not-the-network`: it is broken here in the same way. `partly`: anything in between.
 */
export type ComparisonVerdict = 'network' | 'same-network' | 'not-the-network' | 'partly'

export interface NetworkComparison {
  readonly verdict: ComparisonVerdict
  readonly services: readonly ComparedService[]
}

/** What it says that an account was tested in two networks; `null` as long as there is nothing to set side by side. */
export function compareNetworks(
  before: NetworkBefore,
  network: string,
  now: readonly EndpointResult[],
): NetworkComparison | null {
  const services = before.results.flatMap((past) => {
    const present = now.find(({ endpoint }) => sameEndpoint(endpoint, past.endpoint))
    return present === undefined ? [] : [compareService(past, present)]
  })
  if (services.length === 0) return null
  const hasMoved = network === '' || before.network === '' || network !== before.network
  return { verdict: verdictOn(services, hasMoved ? 'elsewhere' : 'here'), services }
}

/** The services that were broken before and work now: what to ask the first network to let through. */
export function mendedServices({ services }: NetworkComparison): readonly ComparedService[] {
  return services.filter(({ change }) => change === 'mended')
}

/** What has become of one service. */
export function compareService(before: EndpointResult, now: EndpointResult): ComparedService {
  const { protocol } = before.endpoint
  const [was, is] = [isGood(before.verdict), isGood(now.verdict)]
  if (was !== is) return { protocol, before, now, change: is ? 'mended' : 'broken' }
  return { protocol, before, now, change: was || sameCause(before.code, now.code) ? 'same' : 'different' }
}

/** Silence has several names, depending on what else answered. */
function sameCause(one: Code, other: Code): boolean {
  const isSilence = (code: Code) => code === 'NET_TIMEOUT' || code === 'NET_PORT_BLOCKED'
  return one === other || (isSilence(one) && isSilence(other))
}

function verdictOn(services: readonly ComparedService[], where: 'here' | 'elsewhere'): ComparisonVerdict {
  const broken = services.filter(({ before }) => !isGood(before.verdict))
  if (broken.length > 0 && broken.every(({ change }) => change === 'mended')) return 'network'
  if (where === 'here') return 'same-network'
  return broken.every(({ change }) => change === 'same') ? 'not-the-network' : 'partly'
}
